import type { CalendarChange, CalendarPeriod } from '#shared/change-schedule.ts';
import { elsewhere, zoneShort } from '#web/ui/marks/place-and-day.ts';
import type { Reader } from '#web/ui/marks/time.ts';
import { dayAndTime, timeOfDay } from '#web/ui/marks/time.ts';

export const PERIOD_NAMES = { window: 'Maintenance window', freeze: 'Freeze', blackout: 'Blackout' } as const;
export const RISK_NAMES = ['Low risk', 'Medium risk', 'High risk', 'Very high risk'] as const;
export const TYPE_NAMES = { standard: 'Standard', normal: 'Normal', emergency: 'Emergency' } as const;

/** For whom a period is: "Acme · Mail, db1". */
export function forWhom({
  client,
  group,
  services,
  items,
}: Pick<CalendarPeriod, 'client' | 'group' | 'services' | 'items'>): string {
  const whom = client?.name ?? (group ? `${group.name} (group)` : 'Everybody');
  const what = [...services, ...items].map(({ name }) => name);
  return what.length > 0 ? `${whom} · ${what.join(', ')}` : whom;
}

/** "Tue 24 Nov, 14:05 to 16:00 GMT", by the reader's clocks, with the day of the end where it is another. */
export function between({ from, to }: { from: string; to: string }, now: number, reader: Reader): string {
  const [begins, ends] = [dayAndTime(from, now, reader), dayAndTime(to, now, reader)];
  const isSameDay = begins.split(', ')[0] === ends.split(', ')[0];
  return `${begins} to ${isSameDay ? timeOfDay(to, reader) : ends} ${zoneShort(to, reader)}`;
}

/** The same by a client's clocks, to be said beside it: "16:05 to 18:00 in Auckland"; null where they show the same. */
export function betweenThere(
  { from, to }: { from: string; to: string },
  now: number,
  reader: Reader,
  timeZone: string,
): string | null {
  const [begins, ends] = [elsewhere(from, now, reader, timeZone), elsewhere(to, now, reader, timeZone)];
  if (begins === null || ends === null) return null;
  return `${begins.slice(0, begins.lastIndexOf(' in '))} to ${ends}`;
}

/** "Tue 24 Nov, 14:05 GMT": when something begins, by the reader's clocks. */
export const starts = (at: string, now: number, reader: Reader): string =>
  `${dayAndTime(at, now, reader)} ${zoneShort(at, reader)}`;

/** What a screen reader says of a change on a calendar besides its key and title. */
export function spoken(change: CalendarChange, now: number, reader: Reader): string {
  const hits = change.collisions.length;
  const collides = hits === 0 ? '' : `, ${hits === 1 ? '1 collision' : `${hits} collisions`}`;
  return `, ${change.client.name}, ${between(change, now, reader)}${collides}`;
}

export const isHeldBack = ({ collisions }: CalendarChange): boolean => collisions.some(({ blocks }) => blocks);
