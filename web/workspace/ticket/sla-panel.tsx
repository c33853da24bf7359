import type { ClockView } from '#shared/service-level.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { targetName } from '#web/ui/marks/clock.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime, duration } from '#web/ui/marks/time.ts';
import { SlaPicture } from './sla-picture.tsx';

const STATES = {
  running: 'running',
  paused: 'paused',
  met: 'met',
  breached: 'missed',
  cancelled: 'cancelled',
} as const;
const KINDS = { ran: 'Ran', paused: 'Paused', over: 'Finished' } as const;

/** Every clock with its picture, its sentence, and the stretches it ran or paused. */
export function SlaPanel({ ticket }: { ticket: TicketView }) {
  const { data, error, refetch } = useGet(
    'GET /tickets/{idOrKey}/sla',
    { params: { idOrKey: ticket.id } },
    { refetchInterval: 60_000 },
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={6} />;
  if (data.items.length === 0)
    return <EmptyState title="No promise">Nothing is promised for this kind of ticket, so no clock runs.</EmptyState>;
  return (
    <div className="f-panel">
      {data.items.map((clock) => (
        <ClockCard key={clock.target} clock={clock} />
      ))}
    </div>
  );
}

function ClockCard({ clock }: { clock: ClockView }) {
  const reader = useReader();
  const at = (iso: string) => dayAndTime(iso, Date.now(), reader);
  return (
    <section className="f-clock" aria-label={targetName(clock.target)}>
      <h2>
        {targetName(clock.target)}{' '}
        <span className="f-clock-state" data-state={clock.state}>
          {STATES[clock.state]}
        </span>
      </h2>
      <SlaPicture clock={clock} />
      <p>{clock.sentence}</p>
      <details>
        <summary>Every stretch, to the second</summary>
        <div className="f-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">To</th>
                <th scope="col">What</th>
                <th scope="col">Working time</th>
              </tr>
            </thead>
            <tbody>
              {clock.intervals.map((interval) => (
                <tr key={`${interval.from} ${interval.kind}`}>
                  <td>{at(interval.from)}</td>
                  <td>{at(interval.to)}</td>
                  <td>
                    {KINDS[interval.kind]}
                    {interval.why && `: ${interval.why}`}
                    {interval.by && <span className="f-dim"> ({interval.by})</span>}
                    {interval.closedDays.length > 0 && (
                      <span className="f-dim"> closed {interval.closedDays.join(', ')}</span>
                    )}
                  </td>
                  <td>
                    {duration(interval.seconds)}{' '}
                    <span className="f-dim">{interval.seconds.toLocaleString('en-GB')} s</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="f-dim">
          {clock.source}. Reckoned in {clock.timeZone.replaceAll('_', ' ')}.
        </p>
      </details>
    </section>
  );
}
