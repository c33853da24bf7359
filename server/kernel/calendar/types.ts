/** A stretch of work on a weekday, by the wall clock: `from` is in, `to` is out, `24:00` ends the day. */
export type WorkingHours = {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
};

export type ClosedDay = { readonly date: string; readonly name: string };

/**
 * When work happens: the wall clock of one time zone decides, so a stretch skipped by the clock change is not worked
 * and one that comes twice is worked twice. A night shift is written as two stretches that meet at midnight.
 */
export type Calendar = {
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  /** 24 × 7: hours and closed days do not count. */
  readonly alwaysOpen: boolean;
  readonly hours: readonly WorkingHours[];
  readonly closedDays: readonly ClosedDay[];
};

export const ALWAYS_OPEN: Calendar = {
  name: '24 × 7',
  timeZone: 'UTC',
  alwaysOpen: true,
  hours: [],
  closedDays: [],
};

/** Monday to Friday, the same hours each day. */
export function weekdays(from: string, to: string): WorkingHours[] {
  return [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, to }));
}

export const DAY_SECONDS = 86_400;

/** Seconds since midnight of `HH:MM` or `HH:MM:SS`, up to `24:00`; NaN where it is no time. */
export function timeOfDay(text: string): number {
  const match = /^(\d\d):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  const seconds = match ? Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0) : Number.NaN;
  return seconds <= DAY_SECONDS ? seconds : Number.NaN;
}

/** Days since 1 January 1970 of `YYYY-MM-DD`; NaN where there is no such day. */
export function epochDay(date: string): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return Number.NaN;
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? Number.NaN : at / (DAY_SECONDS * 1000);
}
