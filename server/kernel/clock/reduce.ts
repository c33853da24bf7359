import { nextThreshold, normalThresholds } from './thresholds.ts';
import { consumedAt, instantOf, later, plusSecond, toSecond } from './time.ts';
import type { CalendarSource, Clock, ClockEvent } from './types.ts';

/**
 * The clock after an event. Pure, and the same whether events come one by one or all at once. What makes no sense in
 * the present state (a pause of a finished clock) changes nothing; an event from before the last change counts as
 * simultaneous with it, so that a machine's clock set back can neither give nor take time.
 */
export function applyClockEvent(clock: Clock | null, event: ClockEvent, calendars: CalendarSource): Clock | null {
  if (clock === null) return event.type === 'start' ? started(event, calendars) : null;
  const at = later(toSecond(event.at), clock.changedAt);
  const now = settleClock(clock, at, calendars);
  const counting = now.runningSince !== null;
  const over = now.stoppedAt !== null;
  const frozen = (): Clock => ({ ...now, consumedSeconds: consumedAt(now, at, calendars), changedAt: at });
  switch (event.type) {
    case 'start':
      return now;
    case 'pause': {
      if (over || now.pauseReason === event.reason) return now;
      const dueAt = now.state === 'breached' ? now.dueAt : null;
      const state = now.state === 'breached' ? 'breached' : 'paused';
      return watched({ ...frozen(), state, runningSince: null, pauseReason: event.reason, dueAt }, calendars);
    }
    case 'resume': {
      if (counting) return now;
      const state = now.state === 'breached' || (over && now.breachedAt !== null) ? 'breached' : 'running';
      return aimed({ ...frozen(), state, runningSince: at, pauseReason: null, stoppedAt: null }, calendars);
    }
    case 'stop':
    case 'cancel': {
      if (over) return now;
      const done = event.type === 'cancel' ? 'cancelled' : 'met';
      const state = now.breachedAt === null ? done : 'breached';
      return watched({ ...frozen(), state, runningSince: null, pauseReason: null, stoppedAt: at }, calendars);
    }
    case 'reset': {
      const waits = now.pauseReason !== null;
      const fresh = {
        startedAt: at,
        changedAt: at,
        consumedSeconds: 0,
        passedPercent: 0,
        stoppedAt: null,
        dueAt: null,
      };
      return aimed(
        { ...now, ...fresh, state: waits ? 'paused' : 'running', runningSince: waits ? null : at },
        calendars,
      );
    }
    case 'retarget': {
      // What was missed stays missed by what was promised then, also where it goes on counting.
      if (over || now.state === 'breached') return now;
      const next: Clock = {
        ...frozen(),
        runningSince: counting ? at : null,
        targetSeconds: event.targetSeconds ?? now.targetSeconds,
        calendarId: event.calendarId ?? now.calendarId,
        thresholds: event.thresholds ? normalThresholds(event.thresholds) : now.thresholds,
      };
      const percent = Math.floor((next.consumedSeconds * 100) / next.targetSeconds);
      const told = Math.min(now.passedPercent, percent);
      const late = next.consumedSeconds > next.targetSeconds;
      const breach = late ? ({ state: 'breached', breachedAt: next.breachedAt ?? at, dueAt: at } as const) : {};
      return aimed({ ...next, ...breach, passedPercent: told }, calendars);
    }
    case 'mark':
      return over ? now : { ...now, changedAt: at };
    case 'threshold':
      return watched({ ...now, passedPercent: Math.max(now.passedPercent, event.percent) }, calendars);
  }
}

/** The clock as time alone has made it by an instant: it may have been breached since it last changed. */
export function settleClock(clock: Clock, now: string, calendars: CalendarSource): Clock {
  if (clock.state !== 'running' || clock.dueAt === null) return clock;
  if (Date.parse(toSecond(now)) <= Date.parse(clock.dueAt)) return clock;
  return watched({ ...clock, state: 'breached', breachedAt: clock.breachedAt ?? plusSecond(clock.dueAt) }, calendars);
}

/** The clock that a list of events makes, settled at `now` where given. */
export function rebuildClock(events: readonly ClockEvent[], calendars: CalendarSource, now?: string): Clock | null {
  const clock = events.reduce<Clock | null>((before, event) => applyClockEvent(before, event, calendars), null);
  return clock && now !== undefined ? settleClock(clock, now, calendars) : clock;
}

function started(event: ClockEvent & { type: 'start' }, calendars: CalendarSource): Clock {
  const at = toSecond(event.at);
  return aimed(
    {
      target: event.target,
      targetSeconds: event.targetSeconds,
      calendarId: event.calendarId,
      thresholds: normalThresholds(event.thresholds),
      state: 'running',
      startedAt: at,
      consumedSeconds: 0,
      runningSince: at,
      pauseReason: null,
      dueAt: null,
      breachedAt: null,
      stoppedAt: null,
      passedPercent: 0,
      nextThreshold: null,
      changedAt: at,
    },
    calendars,
  );
}

/** Computes the deadline anew, unless it is missed already. */
function aimed(clock: Clock, calendars: CalendarSource): Clock {
  const dueAt = clock.state === 'breached' ? clock.dueAt : instantOf(clock, clock.targetSeconds, calendars);
  return watched({ ...clock, dueAt }, calendars);
}

function watched(clock: Clock, calendars: CalendarSource): Clock {
  return { ...clock, nextThreshold: nextThreshold(clock, calendars) };
}
