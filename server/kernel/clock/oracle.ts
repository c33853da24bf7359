import { oracleIsOpen } from '../calendar/oracle.ts';
import type { CalendarSource, ClockEvent } from './types.ts';

const MINUTE = 60_000;
export type OracleVerdict = { seconds: number; pausedSeconds: number; breachedAt: number | null; over: boolean };

/**
 * A stopwatch that a child would build: it walks minute by minute and looks at the wall clock each time. Events lie on
 * whole minutes in order of time, targets are whole minutes. Shares nothing with the engine but the oracle calendar.
 */
export function oracleClock(
  events: readonly ClockEvent[],
  calendars: CalendarSource,
  now: number,
): OracleVerdict | null {
  const first = events[0];
  if (first?.type !== 'start') return null;
  const state = { seconds: 0, paused: 0, reason: null as string | null, over: false, late: false };
  let { calendarId, targetSeconds } = first;
  let breachedAt: number | null = null;
  let next = 1;
  const begin = Date.parse(first.at);
  for (let at = begin; at <= now; at += MINUTE) {
    for (; next < events.length && Date.parse(events[next]?.at ?? '') <= at; next += 1) {
      const event = events[next] as ClockEvent;
      if (event.type === 'reset') {
        Object.assign(state, { seconds: 0, paused: 0, over: false, late: false });
      } else if (event.type === 'resume') {
        if (state.over) state.late = breachedAt !== null;
        Object.assign(state, { over: false, reason: null });
      } else if (!state.over && event.type === 'pause') {
        state.reason = event.reason;
      } else if (!state.over && (event.type === 'stop' || event.type === 'cancel')) {
        Object.assign(state, { over: true, reason: null });
      } else if (!state.over && !state.late && event.type === 'retarget') {
        targetSeconds = event.targetSeconds ?? targetSeconds;
        calendarId = event.calendarId ?? calendarId;
        if (state.seconds > targetSeconds) {
          breachedAt ??= at;
          state.late = true;
        }
      }
    }
    if (at === now) break;
    const counts = !state.over && state.reason === null;
    if (counts && !state.late && state.seconds >= targetSeconds) {
      breachedAt ??= at + 1000;
      state.late = true;
    }
    if (state.over || !oracleIsOpen(calendars(calendarId), at)) continue;
    if (counts) state.seconds += 60;
    else state.paused += 60;
  }
  return { seconds: state.seconds, pausedSeconds: state.paused, breachedAt, over: state.over };
}
