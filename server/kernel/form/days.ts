import { dayIn } from '#shared/when-words.ts';
import { DAY_SECONDS, epochDay } from '../calendar/types.ts';
import type { DayLimit, Field } from './types.ts';

/**
 * The first and the last day that a date may be, each null where it may be any.
 * @param today the day on which it is answered; null where that is past, and what counts from it is not asked again
 */
export function allowedDays(
  { earliest = null, latest = null }: Pick<Field, 'earliest' | 'latest'>,
  today: string | null,
): { first: string | null; last: string | null } {
  return { first: dayOf(earliest, today), last: dayOf(latest, today) };
}

function dayOf(limit: DayLimit, today: string | null): string | null {
  if (typeof limit !== 'number') return limit;
  return today === null ? null : new Date((epochDay(today) + limit) * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}

/** What is wrong with a day that there is, in words that name what is allowed. */
export function faultOfDay(field: Field, day: string, today: string | null): string | null {
  const { first, last } = allowedDays(field, today);
  if ((first === null || day >= first) && (last === null || day <= last)) return null;
  if (first !== null && last !== null) return `must be from ${dayIn('en', first)} to ${dayIn('en', last)}`;
  return first === null ? `must be ${dayIn('en', last ?? day)} or earlier` : `must be ${dayIn('en', first)} or later`;
}
