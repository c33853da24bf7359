import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import type { TicketRow } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { KindIcon } from '#web/ui/marks/kind-icon.tsx';
import { Picker } from '#web/ui/picker/picker.tsx';
import { Refused } from './refused.tsx';
import type { Target } from './store.ts';

const WAIT_MS = 150;

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
  const [q] = useDebouncedValue(text.trim(), WAIT_MS);
  const clientId = [...new Set(targets.map(({ client }) => client.id))];
  const found = useGet(
    'GET /tickets',
    { query: { clientId, limit: 30, ...(q ? { q } : { status: ['open'] }) } },
    { placeholderData: keepPreviousData },
  );
  const own = new Set(targets.map(({ id }) => id));
  const rows = (found.data?.items ?? []).filter(({ id }) => withTargets || !own.has(id));
  const lines = rows.map((ticket) => ({
    id: ticket.id,
    label: ticket.title,
    note: ticket.key,
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
        none={found.isFetching ? 'Searching …' : 'No other ticket of this client fits.'}
      />
      <div className="f-action-more">
        <Refused error={error ?? found.error} />
      </div>
    </>
  );
}
