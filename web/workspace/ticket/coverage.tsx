import { sayMinutes } from '#kernel/minutes.ts';
import type { TicketCoverage } from '#shared/coverage.ts';
import { lastDay } from '../billing/money.ts';

const HOW = { included: 'includes work', block: 'holds work that is paid ahead', charged: 'charges work' } as const;

/** What the client's contracts take in of work on a ticket, and how many hours are left. */
export function Coverage({ lines }: { lines: TicketCoverage['lines'] }) {
  return (
    <section aria-label="Contract cover">
      {lines.length === 0 ? (
        <p className="f-dim">No contract takes in work for this client: it is charged by the hour.</p>
      ) : (
        <ul className="f-cover" aria-label="What contracts take in">
          {lines.map(({ contract, line, how, minutesLeft, until }) => (
            <li key={`${contract} ${line}`}>
              <bdi>{line}</bdi> {HOW[how]}
              {minutesLeft !== null && (
                <strong>
                  : {sayMinutes(minutesLeft)} left{until && `, until ${lastDay(until)}`}
                </strong>
              )}
              <div className="f-dim">
                <bdi>{contract}</bdi>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
