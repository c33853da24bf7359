import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { TicketRow } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { StatusBadge, StatusIcon } from '#web/ui/marks/status-badge.tsx';
import { Picker } from '#web/ui/picker/picker.tsx';
import { Marked } from '#web/ui/text/marked.tsx';
import { useStatusName } from '../desk/names.ts';
import { hasNoWords, NO_WORDS } from '../desk/no-words.ts';
import { whyFound } from '../desk/why-found.tsx';
import { Refused } from './refused.tsx';
import { namesOf, type Target } from './store.ts';

const WAIT_MS = 150;
const LONGEST = 200;

/** What is shown of a ticket that can be picked. */
type Pickable = Pick<TicketRow, 'id' | 'key' | 'title' | 'kind' | 'status' | 'statusCategory' | 'holdReason'> & {
  client: { id: string; name: string };
};

type Props = {
  /** What is asked: "Merge ACME-12 into …". */
  label: string;
  /** The tickets it is for: found are others of the same client. */
  targets: readonly Target[];
  /** What will happen, in a sentence, said before it does. */
  outcome(ticket: Pickable): ReactNode;
  /** The verb on the button that lets it happen. */
  verb: string;
  onPick(ticket: Pickable): void;
  busy: boolean;
  error: unknown;
  /** Lists the targets themselves as well: one of the selected may become the parent. */
  withTargets?: boolean;
  /** Only tickets that are not over yet can be picked. */
  openOnly?: boolean;
  /** Stands above: a choice that goes with it. */
  children?: ReactNode;
};

type Found = { ticket: Pickable; why?: ReactNode; group: string };

const isOver = ({ statusCategory }: Pickable) => statusCategory === 'closed' || statusCategory === 'cancelled';

/** The selected, what is alike or of the same person, and the client's open ones; or what was searched for. */
function useTickets(q: string, targets: readonly Target[]): { found: Found[]; words: readonly string[] } & Asked {
  const clients = [...new Set(targets.map(({ client }) => client.id))];
  const [clientId] = clients.length === 1 ? clients : [];
  const [only] = targets.length === 1 ? targets : [];
  const keep = { placeholderData: keepPreviousData };
  const search = useGet(
    'GET /tickets/search',
    { query: { q, limit: 30, ...(clientId ? { clientId } : {}) } },
    { enabled: q !== '', ...keep },
  );
  const open = useGet(
    'GET /tickets',
    { query: { clientId: clients, limit: 30, status: ['open'] } },
    { enabled: q === '', ...keep },
  );
  const near = useGet(
    'GET /tickets/{idOrKey}/related',
    { params: { idOrKey: only?.id ?? '' } },
    { enabled: q === '' && only !== undefined },
  );
  const { isFetching, error } = q ? search : open;
  if (q) {
    const { items = [], words = [] } = search.data ?? {};
    const found = items.map((one) => ({ ticket: one.ticket, why: whyFound(one, words), group: 'Found' }));
    return { found, words, isFetching, error };
  }
  const { similar, fromRequester = [] } = near.data ?? {};
  const selected = targets.length > 1 ? targets.map((one) => ({ ...one, holdReason: null })) : [];
  const found: Found[] = [
    ...selected.map((ticket) => ({ ticket, group: 'Among the selected' })),
    ...(similar?.open ?? []).map((ticket) => ({ ticket, why: ticket.why, group: 'Looks alike' })),
    ...fromRequester.map((ticket) => ({ ticket, group: 'Of the same person' })),
    ...(open.data?.items ?? []).map((ticket) => ({ ticket, group: 'Open, changed last' })),
  ];
  const seen = new Set<string>();
  const once = found.filter(({ ticket: { id } }) => !seen.has(id) && seen.add(id));
  return { found: once, words: [], isFetching: isFetching || near.isFetching, error };
}
type Asked = { isFetching: boolean; error: unknown };

/** Which other ticket? Found by key or words, within the client; nothing is picked unasked, and nothing done without a yes. */
export function TicketPicker(props: Props) {
  const { label, targets, outcome, verb, onPick, busy, error, withTargets = false, openOnly = false, children } = props;
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<Pickable | null>(null);
  const [q] = useDebouncedValue(text.trim().slice(0, LONGEST), WAIT_MS);
  const statusName = useStatusName();
  const { found, words, isFetching, error: fault } = useTickets(q, targets);
  const clients = targets.map(({ client }) => client.id);
  const own = new Set(targets.map(({ id }) => id));
  if (picked)
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside hold the focus; their keys come here
      <div
        className="f-action-form"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || busy) return;
          event.preventDefault();
          onPick(picked);
        }}
      >
        <h2>{label}</h2>
        <div className="f-picked">
          <strong>
            {picked.key} <bdi>{picked.title}</bdi>
          </strong>
          <span className="f-dim">
            <bdi>{picked.client.name}</bdi>
          </span>
          <StatusBadge name={statusName(picked)} category={picked.statusCategory} />
        </div>
        <p>{outcome(picked)}</p>
        <Refused error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setPicked(null)}>
            Another one
          </Button>
          <Button ref={focusAtOnce} loading={busy} onClick={() => onPick(picked)}>
            {verb}
          </Button>
        </Group>
      </div>
    );
  const lines = found
    .filter(({ ticket: { id, client } }) => clients.includes(client.id) && (withTargets || !own.has(id)))
    .map(({ ticket, why, group }) => ({
      id: ticket.id,
      label: ticket.title,
      shown: <Marked text={ticket.title} words={words} />,
      note: (
        <>
          <Marked text={ticket.key} words={words} /> · <bdi>{ticket.client.name}</bdi> · {statusName(ticket)}
        </>
      ),
      why,
      group,
      disabled: openOnly && isOver(ticket),
      mark: <StatusIcon category={ticket.statusCategory} />,
      ticket,
    }));
  return (
    <>
      <div className="f-picker-head">
        <h2>{label} …</h2>
        <p className="f-dim">
          <Asker targets={targets} />
        </p>
        {children}
      </div>
      <Picker
        label={label}
        placeholder="A key or words of the title"
        lines={lines}
        text={text}
        onText={setText}
        onPick={({ ticket }) => setPicked(ticket)}
        waits
        settling={text.trim().slice(0, LONGEST) !== q || (q !== '' && isFetching)}
        none={isFetching ? 'Searching …' : hasNoWords(text) ? NO_WORDS : 'No other ticket of this client fits.'}
      />
      <div className="f-action-more">
        <Refused error={error ?? fault} />
      </div>
    </>
  );
}

/** Enter goes on to the question at once. */
const focusAtOnce = (button: HTMLButtonElement | null) => button?.focus();

/** Which ones it is about: the title of one, the number of many, and whose they are. */
function Asker({ targets }: { targets: readonly Target[] }) {
  const [first] = targets;
  return (
    <>
      <bdi>{targets.length === 1 ? first?.title : namesOf(targets)}</bdi> · <bdi>{first?.client.name}</bdi>
    </>
  );
}
