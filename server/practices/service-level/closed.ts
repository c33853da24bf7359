import { closedStretches } from '#kernel/calendar.ts';
import { type CalendarSource, type Clock, type LedgerInterval, missedRound } from '#kernel/clock.ts';
import type { ClockView } from '#shared/service-level.ts';

/** Beyond it single nights are not seen in a picture any more, and would only make the answer long. */
const MOST = 400;

/** When the calendar was closed during a clock's last round, and will be until it is due, and during the round that was missed. */
export function closedAround(
  clock: Clock,
  intervals: readonly LedgerInterval[],
  calendars: CalendarSource,
): ClockView['closed'] {
  const missed = clock.breachedAt === null ? undefined : missedRound(intervals, clock.breachedAt);
  const rounds = [missed, intervals.at(-1)?.round];
  const spans = intervals
    .filter((interval) => rounds.includes(interval.round) && interval.kind !== 'over')
    .map(({ from, to, calendarId }) => ({ calendarId, from: Date.parse(from), to: Date.parse(to) }));
  const last = spans.at(-1);
  const due = clock.dueAt === null ? 0 : Date.parse(clock.dueAt);
  if (last && due > last.to) spans.push({ calendarId: clock.calendarId, from: last.to, to: due });
  const all: { from: number; to: number; days: string[] }[] = [];
  for (const { calendarId, from, to } of spans)
    for (const stretch of closedStretches(calendars(calendarId), from, to)) {
      const before = all.at(-1);
      if (before?.to !== stretch.from) all.push({ ...stretch, days: [...stretch.days] });
      else {
        before.to = stretch.to;
        before.days = [...new Set([...before.days, ...stretch.days])];
      }
    }
  if (all.length > MOST) return [];
  return all.map(({ from, to, days }) => ({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    days,
  }));
}
