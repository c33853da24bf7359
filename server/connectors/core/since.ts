import type { AlertReading } from '#server/practices/monitoring/index.ts';

const HOUR_CHARACTERS = 13;

/**
 * Which time an alert of a list is raised, by since when the vendor says it is wrong. Where it does not say, one that returned after it
 * ended would pass for the one that ended; told apart by the hour in which it was seen, it does so for an hour at most. `now` in
 * milliseconds since the epoch.
 */
export function sinceOf(since: string | null, now: number): Pick<AlertReading, 'occurrence' | 'startedAt'> {
  const seen = new Date(now).toISOString();
  return { occurrence: since ?? seen.slice(0, HOUR_CHARACTERS), startedAt: since ?? seen };
}
