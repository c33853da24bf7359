import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PageView } from '#shared/escalation.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { timeOfDay } from '#web/ui/marks/time.ts';
import { useCan } from '../session/me.ts';

const AGAIN_MS = 15_000;

/** For what people are being called right now, how far it has got, and the way to say that one has it. */
export function PagingRow({ quiet = false }: { quiet?: boolean }) {
  const { data } = useGet('GET /pages', { query: { state: 'paging', limit: 20 } }, { refetchInterval: AGAIN_MS });
  if (!data || data.items.length === 0) return null;
  return (
    <ul className="f-sla-paging" aria-label="Being paged">
      {data.items.map((page) => (
        <Line key={page.id} page={page} quiet={quiet} />
      ))}
      {data.nextCursor && <li className="f-dim">and more</li>}
    </ul>
  );
}

function Line({ page, quiet }: { page: PageView; quiet: boolean }) {
  const can = useCan();
  const reader = useReader();
  const { id, ticket, client, level, levels, round, rounds, nextAt, told } = page;
  const acknowledge = useDo('POST /pages/{id}/acknowledge', {
    failed: 'Not acknowledged',
    refresh: ['GET /pages', 'GET /tickets/{idOrKey}/pages', 'GET /tickets/{idOrKey}/timeline'],
  });
  const names = told.map(({ name }) => name).join(', ');
  return (
    <li>
      <span>
        <strong>Paging</strong>:{' '}
        <Link to="/tickets/$key" params={{ key: ticket.key }}>
          {ticket.key}
        </Link>{' '}
        <bdi>{ticket.title}</bdi> <bdi className="f-dim">{client.name}</bdi>, level {level} of {levels}
        {round > 1 && `, round ${round} of ${rounds}`}
        {nextAt && `, next at ${timeOfDay(nextAt, reader)}`}
        <span className="f-dim"> · {names ? `told ${names}` : 'nobody could be told yet'}</span>
      </span>
      {!quiet && can('ticket.transition') && (
        <Button
          size="compact-sm"
          aria-label={`Acknowledge ${ticket.key}`}
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate({ params: { id } })}
        >
          Acknowledge
        </Button>
      )}
    </li>
  );
}
