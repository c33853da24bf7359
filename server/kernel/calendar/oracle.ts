import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './types.ts';

/** Whether the wall clock at an instant says open. Slow and written apart from the engine: it is what tests believe. */
export function oracleIsOpen(calendar: Calendar, at: number): boolean {
  if (calendar.alwaysOpen) return true;
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.timeZone);
  if (calendar.closedDays.some((day) => day.date === wall.toPlainDate().toString())) return false;
  const time = wall.toPlainTime().toString().slice(0, 8);
  return calendar.hours.some(
    (hours) => hours.weekday === wall.dayOfWeek && time >= `${hours.from}:00` && time < `${hours.to}:00`,
  );
}

/** Open seconds between two instants, walked in steps (a minute where both lie on whole minutes, else a second). */
export function oracleSeconds(calendar: Calendar, from: number, to: number, stepMs: 1000 | 60_000 = 60_000): number {
  let seconds = 0;
  for (let at = from; at < to; at += stepMs) if (oracleIsOpen(calendar, at)) seconds += stepMs / 1000;
  return seconds;
}
