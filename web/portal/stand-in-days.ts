import { readWallTime } from '#kernel/wall-time.ts';

/** The instants from the start of one day (from now without it) to the end of another, by the clocks of a zone. */
export function standInDays(
  from: string,
  until: string,
  timeZone: string,
): { fromAt?: string; untilAt: string } | null {
  const last = readWallTime(`${until}T23:59`, timeZone);
  const first = from === '' ? null : readWallTime(`${from}T00:00`, timeZone);
  if (!last) return null;
  const untilAt = new Date(Date.parse(last.at) + 59_000).toISOString();
  return { untilAt, ...(first ? { fromAt: first.at } : {}) };
}
