import { businessSecondsBetween } from '../calendar/arithmetic.ts';
import { closedDaysBetween } from '../calendar/local.ts';
import { applyClockEvent, settleClock } from './reduce.ts';
import type { CalendarSource, Clock, ClockEvent } from './types.ts';

/** A stretch during which nothing changed about the clock. */
export type LedgerInterval = {
  readonly from: string;
  /** The end, or the instant of asking for the stretch that still lasts. */
  readonly to: string;
  readonly lasting: boolean;
  readonly kind: 'ran' | 'paused' | 'over';
  /** Working seconds of the calendar within it: used up if it ran, given back if it was paused. */
  readonly seconds: number;
  readonly calendarId: string;
  readonly targetSeconds: number;
  /** Rounds are counted from 1; a reset begins the next. */
  readonly round: number;
  /** What began it, who, and why. */
  readonly cause: ClockEvent['type'];
  readonly by: string | null;
  readonly why: string | null;
  /** Closed days of the calendar that it touches. */
  readonly closedDays: readonly string[];
};

/** Lays out a clock's whole life in stretches, from its events; the last one ends at `now`. */
export function clockLedger(
  events: readonly ClockEvent[],
  calendars: CalendarSource,
  now: string,
): { clock: Clock | null; intervals: LedgerInterval[] } {
  const intervals: LedgerInterval[] = [];
  let clock: Clock | null = null;
  let began: ClockEvent | null = null;
  let round = 1;
  for (const event of events) {
    const after = applyClockEvent(clock, event, calendars);
    const changed = event.type !== 'threshold' && after !== null && (clock === null || !sameRun(clock, after));
    const marked = event.type === 'mark' && after !== null && after.stoppedAt === null;
    if (changed && clock && began) intervals.push(interval(clock, began, after.changedAt, round, false, calendars));
    if (changed && clock && event.type === 'reset') round += 1;
    if (changed || marked) began = event;
    clock = after;
  }
  if (clock && began) {
    clock = settleClock(clock, now, calendars);
    const to = Date.parse(now) > Date.parse(clock.changedAt) ? now : clock.changedAt;
    intervals.push(interval(clock, began, to, round, true, calendars));
  }
  return { clock, intervals };
}

/** Whether an event left the stretch as it was; a settled breach alone does not cut it. */
function sameRun(before: Clock, after: Clock): boolean {
  return (
    before.changedAt === after.changedAt &&
    before.runningSince === after.runningSince &&
    before.pauseReason === after.pauseReason &&
    before.stoppedAt === after.stoppedAt &&
    before.startedAt === after.startedAt &&
    before.calendarId === after.calendarId &&
    before.targetSeconds === after.targetSeconds
  );
}

function interval(
  clock: Clock,
  began: ClockEvent,
  to: string,
  round: number,
  lasting: boolean,
  calendars: CalendarSource,
): LedgerInterval {
  const calendar = calendars(clock.calendarId);
  const [from, end] = [Date.parse(clock.changedAt), Date.parse(to)];
  return {
    from: clock.changedAt,
    to,
    lasting,
    kind: clock.runningSince !== null ? 'ran' : clock.pauseReason !== null ? 'paused' : 'over',
    seconds: businessSecondsBetween(calendar, from, end),
    calendarId: clock.calendarId,
    targetSeconds: clock.targetSeconds,
    round,
    cause: began.type,
    by: began.by ?? null,
    why: began.why ?? (began.type === 'pause' ? began.reason : null),
    closedDays: closedDaysBetween(calendar, from, end).map(({ name }) => name),
  };
}
