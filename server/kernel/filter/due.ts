import { Temporal } from 'temporal-polyfill';

/**
 * The latest due time that a filter takes, as an ISO instant: now, an hour on, the end of the day or of the week (Sunday)
 * where the reader is. What is overdue is due today as well.
 */
export function dueUntil(due: 'overdue' | 'hour' | 'today' | 'week', now: string, timeZone: string): string {
  const here = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  if (due === 'overdue') return iso(here);
  if (due === 'hour') return iso(here.add({ hours: 1 }));
  return iso(
    here
      .startOfDay()
      .add({ days: due === 'today' ? 1 : 8 - here.dayOfWeek })
      .startOfDay(),
  );
}

function iso(at: Temporal.ZonedDateTime): string {
  return new Date(at.epochMilliseconds).toISOString();
}
