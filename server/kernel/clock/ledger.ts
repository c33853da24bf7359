import { businessSecondsBetween } from '../calendar/arithmetic.ts';
import { closedDaysBetween } from '../calendar/local.ts';
import { applyClockEvent, settleClock } from './reduce.ts';
import { type Cause, causeOf, NO_STANDING, type Standing, standingAfter } from './standing.ts';
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
  /** Everything that made it count or wait, a hold by hand first. */
  readonly causes: readonly Cause[];
  /** All of them in words, and who brought about the first. */
  readonly why: string | null;
  readonly by: string | null;
  /** What began it where that is none of the causes: another priority, a status that changed nothing. */
  readonly since: Cause | null;
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
  let standing: Standing = NO_STANDING;
  let round = 1;
  for (const event of events) {
    const after = applyClockEvent(clock, event, calendars);
    const changed = event.type !== 'threshold' && after !== null && (clock === null || !sameRun(clock, after));
    const marked = event.type === 'mark' && after !== null && after.stoppedAt === null;
    const end = changed && clock && began ? { clock, began, standing, to: after.changedAt, lasting: false } : null;
    if (end) intervals.push(interval(end, round, calendars));
    if (changed && clock && event.type === 'reset') round += 1;
    if (changed || marked) {
      standing = standingAfter(standing, clock, event);
      began = event;
    }
    clock = after;
  }
  if (clock && began) {
    clock = settleClock(clock, now, calendars);
    const to = Date.parse(now) > Date.parse(clock.changedAt) ? now : clock.changedAt;
    intervals.push(interval({ clock, began, standing, to, lasting: true }, round, calendars));
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

type Ended = {
  readonly clock: Clock;
  readonly began: ClockEvent;
  readonly standing: Standing;
  readonly to: string;
  readonly lasting: boolean;
};

function interval(
  { clock, began, standing: { held, own }, to, lasting }: Ended,
  round: number,
  calendars: CalendarSource,
): LedgerInterval {
  const calendar = calendars(clock.calendarId);
  const causes = [held, own].filter((cause) => cause !== null);
  const since = causeOf(began);
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
    causes,
    why: causes.flatMap(({ why }) => why ?? []).join(', and ') || null,
    by: causes[0]?.by ?? null,
    since: causes.some((one) => one.why === since.why && one.by === since.by) ? null : since,
    closedDays: closedDaysBetween(calendar, from, end).map(({ name }) => name),
  };
}
