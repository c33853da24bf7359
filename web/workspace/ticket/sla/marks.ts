import type { ClockView } from '#shared/service-level.ts';
import { isLastMissed, lastRound } from './stretches.ts';

/** An instant that matters on a clock's picture. */
export type Mark = { readonly kind: 'threshold' | 'due' | 'now' | 'end'; readonly at: number; readonly name: string };

/** What matters in a round of a clock, in order of time; what has no instant yet is left out. */
export function marksOf(clock: ClockView, now: number, round = lastRound(clock)): Mark[] {
  const marks = round === lastRound(clock) ? marksOfLast(clock, now) : marksOfMissed(clock, round);
  return marks.sort((a, b) => a.at - b.at);
}

/** Of the last round: thresholds, when it is or was due, and now or when it ended. */
function marksOfLast(clock: ClockView, now: number): Mark[] {
  const marks: Mark[] = [];
  for (const { percent, at } of clock.thresholds)
    if (percent !== 100 && at !== null) marks.push({ kind: 'threshold', at: Date.parse(at), name: `${percent} %` });
  const end = clock.stoppedAt === null ? null : Date.parse(clock.stoppedAt);
  // Of a clock that was missed in another round, a deadline after the end would only say that it was missed here.
  const isKept = clock.missedRound !== null && !isLastMissed(clock) && clock.state === 'breached';
  if (clock.dueAt !== null && !isKept) marks.push({ kind: 'due', at: Date.parse(clock.dueAt), name: 'Due' });
  marks.push(end === null ? { kind: 'now', at: now, name: 'Now' } : { kind: 'end', at: end, name: 'Ended' });
  return marks;
}

/** Of an earlier round that was missed: when it was, and when the next began. */
function marksOfMissed({ breachedAt, intervals }: ClockView, round: number): Mark[] {
  const end = intervals.findLast((one) => one.round === round)?.to;
  return [
    ...(breachedAt === null ? [] : [{ kind: 'due', at: Date.parse(breachedAt) - 1000, name: 'Due' } as const]),
    ...(end === undefined ? [] : [{ kind: 'end', at: Date.parse(end), name: 'Began anew' } as const]),
  ];
}
