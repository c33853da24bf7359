import { formatDuration } from '#kernel/duration.ts';
import type { ClockView } from '#shared/service-level.ts';
import { dayAndSecond, zoneName } from '#web/ui/marks/place-and-day.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { lastRound } from './stretches.ts';
import { causeWords } from './words.ts';

const KINDS = { ran: 'Ran', paused: 'Paused', over: 'Finished' } as const;

/** All that a clock ever did, round by round, to the second. */
export function EveryStretch({ clock }: { clock: ClockView }) {
  const reader = useReader();
  const at = (iso: string) => dayAndSecond(iso, Date.now(), reader);
  return (
    <details>
      <summary>Every stretch, to the second</summary>
      {clock.miss && clock.missedRound === lastRound(clock) && <p>{clock.sentence}</p>}
      <div className="f-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">From ({zoneName(reader)})</th>
              <th scope="col">To</th>
              <th scope="col">What</th>
              <th scope="col">Working time</th>
            </tr>
          </thead>
          <tbody>
            {clock.intervals.map((interval) => (
              <tr key={`${interval.from} ${interval.kind} ${interval.round}`}>
                <td>{at(interval.from)}</td>
                <td>{at(interval.to)}</td>
                <td>
                  {KINDS[interval.kind]}
                  {interval.why && `: ${causeWords(interval.causes)}`}
                  {interval.since?.why && <span className="f-dim">, from here on: {causeWords([interval.since])}</span>}
                  {interval.closedDays.length > 0 && (
                    <span className="f-dim"> closed {interval.closedDays.join(', ')}</span>
                  )}
                </td>
                <td>{formatDuration(interval.seconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
