import { Link } from '@tanstack/react-router';
import type { RecurringTicketView } from '#client/index.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { elsewhere } from '#web/ui/marks/place-and-day.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime } from '#web/ui/marks/time.ts';

type Props = { recurring: RecurringTicketView; withClient?: boolean };

/** For whom a recurring ticket comes, how often, when next, and how the last time went. */
export function RecurringNote({ recurring: one, withClient = true }: Props) {
  const now = useNow();
  const reader = useReader();
  const [next] = one.next;
  // By the clocks where it comes, where they show another time than the reader’s.
  const there = next ? elsewhere(next, now, reader, one.timeZone) : null;
  return (
    <>
      <div>
        {withClient && (
          <>
            <Link to="/clients/$id" params={{ id: one.client.id }}>
              {one.client.name}
            </Link>{' '}
            ·{' '}
          </>
        )}
        {one.sentence}
      </div>
      <div>
        {next && (
          <>
            Next {dayAndTime(next, now, reader)}
            {there && ` (${there})`}
          </>
        )}
        {!next && one.active && 'Over: it comes no more'}
        {one.lastTicketKey && (
          <>
            {next || one.active ? ' · ' : ''}last was{' '}
            <Link to="/tickets/$key" params={{ key: one.lastTicketKey }}>
              {one.lastTicketKey}
            </Link>
          </>
        )}
        {one.missed > 0 && ` · ${one.missed} missed`}
      </div>
      {one.lastError && <p className="f-field-fault">The last try failed: {one.lastError} It is tried again later.</p>}
    </>
  );
}
