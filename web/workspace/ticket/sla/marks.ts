import type { ClockView } from '#shared/service-level.ts';

/** An instant that matters on a clock's picture. */
export type Mark = { readonly kind: 'threshold' | 'due' | 'now' | 'end'; readonly at: number; readonly name: string };

/** Thresholds, when it is or was due, and now or when it ended, in order of time; what has no instant yet is left out. */
export function marksOf(clock: ClockView, now: number): Mark[] {
  const marks: Mark[] = [];
  for (const { percent, at } of clock.thresholds)
    if (percent !== 100 && at !== null) marks.push({ kind: 'threshold', at: Date.parse(at), name: `${percent} %` });
  if (clock.dueAt !== null) marks.push({ kind: 'due', at: Date.parse(clock.dueAt), name: 'Due' });
  if (clock.stoppedAt === null) marks.push({ kind: 'now', at: now, name: 'Now' });
  else marks.push({ kind: 'end', at: Date.parse(clock.stoppedAt), name: 'Ended' });
  return marks.sort((a, b) => a.at - b.at);
}
