import { addBusinessSeconds, businessSecondsBetween } from '../calendar/arithmetic.ts';
import type { CalendarSource, Clock } from './types.ts';

/** The ISO instant of the whole second that an instant falls in. */
export function toSecond(iso: string): string {
  if (isPlain(iso)) return `${iso.slice(0, 19)}.000Z`;
  return new Date(Math.floor(Date.parse(iso) / 1000) * 1000).toISOString();
}

/** Whether an instant is written as `2026-11-27T09:30:00.000Z`, which sorts as text and is cut as text: most are. */
const isPlain = (iso: string): boolean => iso.length === 24 && iso.endsWith('Z') && iso[19] === '.';

export function plusSecond(iso: string): string {
  return new Date(Date.parse(iso) + 1000).toISOString();
}

export function later(a: string, b: string): string {
  if (isPlain(a) && isPlain(b)) return a >= b ? a : b;
  return Date.parse(a) >= Date.parse(b) ? a : b;
}

/** Working seconds used up in this round by an instant. */
export function consumedAt(clock: Clock, at: string, calendars: CalendarSource): number {
  if (clock.runningSince === null) return clock.consumedSeconds;
  const ran = businessSecondsBetween(calendars(clock.calendarId), Date.parse(clock.runningSince), Date.parse(at));
  return clock.consumedSeconds + ran;
}

/** When so many seconds of the round will have been used up if it keeps running; null if it does not, or never. */
export function instantOf(clock: Clock, seconds: number, calendars: CalendarSource): string | null {
  if (clock.runningSince === null) return null;
  const left = Math.max(0, seconds - clock.consumedSeconds);
  const at = addBusinessSeconds(calendars(clock.calendarId), Date.parse(clock.runningSince), left);
  return at === null ? null : new Date(at).toISOString();
}
