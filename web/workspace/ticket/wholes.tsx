import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { WholeView } from '#shared/span.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { IconUrgent } from '#web/ui/icons.ts';
import { KindIcon } from '#web/ui/marks/kind-icon.tsx';
import { useStatusName } from '../desk/names.ts';
import { MAJOR_COLOURS, MAJOR_STATES } from '../major/words.ts';

const HOW = { problem: 'Its problem', major: 'Part of a major incident', change: 'Caused by a change' } as const;

/** What stands above a ticket: its problem, its major incident, the change that caused it, as far as its client may know. */
export function Wholes({ ticket }: { ticket: TicketView }) {
  const { data } = useGet('GET /tickets/{idOrKey}/wholes', { params: { idOrKey: ticket.id } });
  if (!data || data.wholes.length === 0) return null;
  return (
    <ul className="f-ticket-announced" aria-label="What stands above this ticket">
      {data.wholes.map((whole) => (
        <Whole key={whole.id} whole={whole} />
      ))}
    </ul>
  );
}

function Whole({ whole }: { whole: WholeView }) {
  const statusName = useStatusName();
  const { how, key, title, open, kind, brief } = whole;
  const state = typeof brief['state'] === 'string' && brief['state'] in MAJOR_STATES ? brief['state'] : null;
  const major = how === 'major' ? (state as keyof typeof MAJOR_STATES | null) : null;
  return (
    <li data-linked>
      <span className="f-cut">
        {how === 'major' ? <IconUrgent size={15} aria-hidden="true" /> : <KindIcon kind={kind} />} {HOW[how]}:{' '}
        {open ? (
          <Link to={how === 'major' ? '/major-incidents/$key' : '/tickets/$key'} params={{ key }}>
            {key} <bdi>{title}</bdi>
          </Link>
        ) : (
          <>
            {key} <bdi>{title}</bdi>
          </>
        )}
      </span>
      {major ? (
        <Badge color={MAJOR_COLOURS[major]}>{MAJOR_STATES[major]}</Badge>
      ) : (
        <span className="f-dim">{statusName({ ...whole, holdReason: null })}</span>
      )}
      {typeof brief['workaround'] === 'string' && brief['workaround'] !== '' && (
        <span className="f-dim">There is a workaround</span>
      )}
    </li>
  );
}
