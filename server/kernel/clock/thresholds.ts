import { instantOf, plusSecond } from './time.ts';
import type { CalendarSource, Clock } from './types.ts';

/** Rising, each once, and always with 100: a breach is a fact even where nobody is told of it. */
export function normalThresholds(percents: readonly number[]): number[] {
  return [...new Set([...percents, 100])].sort((a, b) => a - b);
}

/** The next percentage to act on and its instant, which lies in the past where the sweeper is behind. */
export function nextThreshold(clock: Clock, calendars: CalendarSource): Clock['nextThreshold'] {
  if (clock.runningSince === null) return null;
  const percent = clock.thresholds.find((other) => other > clock.passedPercent);
  if (percent === undefined) return null;
  if (percent === 100) return atBreach(clock);
  const at = instantOf(clock, Math.ceil((clock.targetSeconds * percent) / 100), calendars);
  return at === null ? null : { percent, at };
}

function atBreach(clock: Clock): Clock['nextThreshold'] {
  if (clock.state === 'breached' && clock.breachedAt !== null) return { percent: 100, at: clock.breachedAt };
  return clock.dueAt === null ? null : { percent: 100, at: plusSecond(clock.dueAt) };
}

/** Every percentage that is due by an instant; where several are, a notice about the highest says it all. */
export function dueThresholds(clock: Clock, now: string, calendars: CalendarSource): number[] {
  const due: number[] = [];
  for (let at = clock; ; ) {
    const next = nextThreshold(at, calendars);
    if (next === null || Date.parse(next.at) > Date.parse(now)) return due;
    due.push(next.percent);
    at = { ...at, passedPercent: next.percent };
  }
}
