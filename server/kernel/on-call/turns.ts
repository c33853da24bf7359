import { Temporal } from 'temporal-polyfill';
import { epochDay } from '../calendar/types.ts';
import { type Calendar, openStretches } from '../calendar.ts';
import type { Rotation, Shift, Stretch } from './types.ts';

const DAY_MS = 86_400_000;

/** Calendars of restricted hours, one for each rotation and zone, so that the calendar's own memory of days is of use. */
const calendars = new WeakMap<Rotation, Map<string, Calendar>>();

/** The turns of a rotation between two instants, each clipped to them and to the hours that the rotation covers, in order. */
export function shiftsOfRotation(rotation: Rotation, index: number, timeZone: string, window: Stretch): Shift[] {
  return turnsBetween(rotation, timeZone, window).flatMap((turn) =>
    coveredWithin(rotation, timeZone, turn).map((stretch) => ({
      ...stretch,
      staffId: turn.staffId,
      source: { kind: 'layer', index } as const,
    })),
  );
}

function turnsBetween(rotation: Rotation, timeZone: string, { from, to }: Stretch): (Stretch & { staffId: string })[] {
  const { members, handOverTime, every, unit } = rotation;
  const start = epochDay(rotation.startDate);
  const length = unit === 'week' ? every * 7 : every;
  const anchor = unit === 'week' ? start - ((weekdayOf(start) - rotation.handOverWeekday + 7) % 7) : start;
  const handOver = (turn: number) => instantOf(Math.max(start, anchor + turn * length), handOverTime, timeZone);
  const turns: (Stretch & { staffId: string })[] = [];
  // No zone is further than a day from UTC: two days before lies surely before the turn that holds `from`.
  const first = Math.max(0, Math.floor((Math.floor(from / DAY_MS) - 2 - anchor) / length));
  for (let turn = first, begins = handOver(first); members.length > 0 && begins < to; turn += 1) {
    const ends = handOver(turn + 1);
    const stretch = { from: Math.max(begins, from), to: Math.min(ends, to) };
    if (stretch.from < stretch.to) turns.push({ ...stretch, staffId: members[turn % members.length] as string });
    begins = ends;
  }
  return turns;
}

/** The parts of a stretch that the rotation's hours cover. The calendar counts whole seconds, so it is asked for a little more. */
function coveredWithin(rotation: Rotation, timeZone: string, { from, to }: Stretch): Stretch[] {
  if (rotation.hours.length === 0) return [{ from, to }];
  return openStretches(calendarOf(rotation, timeZone), from, to + 1000)
    .map((open) => ({ from: Math.max(open.from, from), to: Math.min(open.to, to) }))
    .filter((open) => open.from < open.to);
}

function calendarOf(rotation: Rotation, timeZone: string): Calendar {
  const known = calendars.get(rotation) ?? new Map<string, Calendar>();
  calendars.set(rotation, known);
  const found = known.get(timeZone);
  if (found) return found;
  const made: Calendar = { name: rotation.name, timeZone, alwaysOpen: false, hours: rotation.hours, closedDays: [] };
  known.set(timeZone, made);
  return made;
}

/** A time on the wall of a day (days since 1970), in epoch milliseconds. */
function instantOf(day: number, time: string, timeZone: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return Temporal.PlainDate.from('1970-01-01')
    .add({ days: day })
    .toPlainDateTime({ hour, minute })
    .toZonedDateTime(timeZone).epochMilliseconds;
}

/** 1 Monday … 7 Sunday; 1 January 1970 was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
