import { format } from './time.ts';

const DAY_MS = 86_400_000;

/** The day of an instant in a zone: `2026-11-27`. */
export const dayIn = (at: number, timeZone: string): string =>
  format('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

const moved = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** The day before a day, whatever the clocks do between them. */
export const dayBefore = (date: string): string => moved(date, -1);

/** The day after it. */
export const dayAfter = (date: string): string => moved(date, 1);
