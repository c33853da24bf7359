import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { TicketRow } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { KindIcon } from '#web/ui/marks/kind-icon.tsx';
import { Picker } from '#web/ui/picker/picker.tsx';
import { Marked } from '#web/ui/text/marked.tsx';
import { whyFound } from '../desk/why-found.tsx';
import { Refused } from './refused.tsx';
import type { Target } from './store.ts';

const WAIT_MS = 150;
const LONGEST = 200;

type Props = {
  label: string;
  /** The tickets it is for: found are others of the same client, the ones with a like title first where nothing is typed. */
  targets: readonly Target[];
  onPick(ticket: TicketRow): void;
  error: unknown;
  /** Lists the targets themselves as well: one of the selected may become the parent. */
  withTargets?: boolean;
};

/** Which other ticket? Found by key or words, within the client. */
export function TicketPicker({ label, targets, onPick, error, withTargets = false }: Props) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim().slice(0, LONGEST), WAIT_MS);
  const clients = [...new Set(targets.map(({ client }) => client.id))];
  const [clientId] = clients.length === 1 ? clients : [];
  const keep = { placeholderData: keepPreviousData };
  const found = useGet(
    'GET /tickets/search',
    { query: { q, limit: 30, ...(clientId ? { clientId } : {}) } },
    { enabled: q !== '', ...keep },
  );
  const open = useGet(
    'GET /tickets',
    { query: { clientId: clients, limit: 30, status: ['open'] } },
    { enabled: q === '', ...keep },
  );
  const { isFetching, error: fault } = q ? found : open;
  const words = q ? (found.data?.words ?? []) : [];
  const own = new Set(targets.map(({ id }) => id));
  const rows: { ticket: TicketRow; why?: ReactNode }[] = q
    ? (found.data?.items ?? []).map((one) => ({ ticket: one.ticket, why: whyFound(one, words) }))
    : (open.data?.items ?? []).map((ticket) => ({ ticket }));
  const lines = rows
    .filter(({ ticket: { id, client } }) => clients.includes(client.id) && (withTargets || !own.has(id)))
    .map(({ ticket, why }) => ({
      id: ticket.id,
      label: ticket.title,
      shown: <Marked text={ticket.title} words={words} />,
      note: <Marked text={ticket.key} words={words} />,
      why,
      group: own.has(ticket.id) ? 'Among the selected' : q ? 'Found' : 'Open, changed last',
      mark: <KindIcon kind={ticket.kind} />,
      ticket,
    }));
  const sorted = [...lines.filter(({ id }) => own.has(id)), ...lines.filter(({ id }) => !own.has(id))];
  return (
    <>
      <Picker
        label={label}
        placeholder="A key or words of the title"
        lines={sorted}
        text={text}
        onText={setText}
        onPick={({ ticket }) => onPick(ticket)}
        none={isFetching ? 'Searching …' : 'No other ticket of this client fits.'}
      />
      <div className="f-action-more">
        <Refused error={error ?? fault} />
      </div>
    </>
  );
}
