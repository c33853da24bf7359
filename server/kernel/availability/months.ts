import { Temporal } from 'temporal-polyfill';

/** A month as the clocks of a zone have it: `2026-11`, and its instants in epoch milliseconds; the last ends now. */
export type Month = { readonly month: string; readonly from: number; readonly until: number };

/** The month that an instant is in and those before it, the earliest first. */
export function monthsBack(now: number, timeZone: string, count: number): Month[] {
  const current = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toPlainYearMonth();
  const start = (month: Temporal.PlainYearMonth) =>
    month.toPlainDate({ day: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  return Array.from({ length: count }, (_, index) => {
    const month = current.subtract({ months: count - 1 - index });
    return { month: month.toString(), from: start(month), until: Math.min(now, start(month.add({ months: 1 }))) };
  });
}
