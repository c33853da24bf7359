import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CalendarReach as Reach, SlaCalendarView } from '#shared/sla-calendar.ts';
import { call } from '#web/api/client.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { capital } from '#web/ui/text/capital.ts';

type Terms = SlaCalendarView['terms'];

/** Long enough that somebody who goes on typing asks for nothing. */
const WAIT_MS = 400;
const CLIENTS = 8;

const clocks = (count: number) => `${count.toLocaleString('en')} running ${count === 1 ? 'clock' : 'clocks'}`;

/** Whom the hours as they are written now would reach: which clients, and how their clocks would move. */
export function CalendarReach({ id, terms }: { id: string; terms: Terms }) {
  const [settled] = useDebouncedValue(JSON.stringify(terms), WAIT_MS);
  const { data } = useQuery({
    queryKey: ['calendar reach', id, settled],
    queryFn: () =>
      call('POST /service-levels/calendars/{id}/reach', {
        params: { id },
        body: { terms: JSON.parse(settled) as Terms },
      }),
    // Hours that do not hold together are refused where they stand, once they are to be saved.
    retry: false,
  });
  if (!data) return null;
  return (
    <section className="f-form-note" aria-label="Whom a change reaches" aria-live="polite">
      <p className="f-plain">{said(data)}</p>
      {data.clients.length > 0 && (
        <p className="f-plain f-dim">
          {data.clients.slice(0, CLIENTS).map(({ id: clientId, name, clocks: own }, index) => (
            <span key={clientId}>
              {index > 0 && ', '}
              <Link to="/clients/$id" params={{ id: clientId }}>
                {name}
              </Link>{' '}
              ({own})
            </span>
          ))}
          {data.clients.length > CLIENTS && ` and ${data.clients.length - CLIENTS} more`}
        </p>
      )}
      {data.examples.length > 0 && (
        <ul className="f-plain">
          {data.examples.map(({ key, target, dueAt, nextDueAt }) => (
            <li key={`${key} ${target}`}>
              <Link to="/tickets/$key" params={{ key }}>
                {key}
              </Link>{' '}
              {capital(target)}: {dueAt ? <TimeAgo at={dueAt} long /> : 'never'} →{' '}
              {nextDueAt ? <TimeAgo at={nextDueAt} long /> : 'never'}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function said({ clocks: all, clients, earlier, later }: Reach): string {
  if (all === 0) return 'No clock runs by it now.';
  const whose = `${clocks(all)} of ${clients.length === 1 ? 'one client' : `${clients.length} clients`}`;
  if (earlier + later === 0) return `${whose} count by it; none would come due at another time.`;
  const parts = [earlier > 0 && `${earlier} would come due earlier`, later > 0 && `${later} later`].filter(Boolean);
  return `${whose} count by it: ${earlier > 0 ? parts.join(', ') : `${later} would come due later`}.`;
}
