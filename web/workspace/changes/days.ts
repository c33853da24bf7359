import { readWallTime } from '#kernel/wall-time.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';

const DAY_MS = 86_400_000;
/** Where nothing begins. */
const MORNING = 7;

/** A day of a calendar as a zone has it; on some days of the year it is longer or shorter than 24 hours. */
export type CalendarDay = { readonly date: string; readonly from: number; readonly to: number };

const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
const mondayOf = (date: string): string => later(date, -((new Date(date).getUTCDay() + 6) % 7));
const begin = (date: string, timeZone: string): number =>
  Date.parse(readWallTime(`${date}T00:00`, timeZone)?.at ?? date);

export type Span = 'week' | 'month' | 'list';

/** The days that a view shows around a date: its week, the weeks of its month, or four weeks from it on. */
export function daysOf(span: Span, date: string, timeZone: string): CalendarDay[] {
  const first = { week: mondayOf(date), month: mondayOf(`${date.slice(0, 8)}01`), list: date }[span];
  const count = span === 'week' ? 7 : span === 'list' ? 28 : weeksOf(date) * 7;
  return Array.from({ length: count }, (_, at) => later(first, at)).map((one) => ({
    ...{ date: one, from: begin(one, timeZone), to: begin(later(one, 1), timeZone) },
  }));
}

/** Days that begin on a Monday, week by week. */
export const weeksIn = (days: readonly CalendarDay[]): CalendarDay[][] =>
  Array.from({ length: Math.ceil(days.length / 7) }, (_, at) => days.slice(at * 7, at * 7 + 7));

function weeksOf(date: string): number {
  const first = `${date.slice(0, 8)}01`;
  const days = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
  return Math.ceil(((Date.parse(first) - Date.parse(mondayOf(first))) / DAY_MS + days) / 7);
}

/** The date that the next or the last view is around. */
export function stepped(span: Span, date: string, by: 1 | -1): string {
  if (span !== 'month') return later(date, by * (span === 'week' ? 7 : 28));
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10);
}

export const todayIn = (timeZone: string): string => dayIn(Date.now(), timeZone);

type Timed = { readonly from: string; readonly to: string };

/** Whether something is on during a day. */
export const isOn = ({ from, to }: Timed, day: CalendarDay): boolean =>
  Date.parse(from) < day.to && Date.parse(to) > day.from;

/** Whether something takes longer than a day; it is then told once, not on each of its days. */
export const isLong = ({ from, to }: Timed): boolean => Date.parse(to) - Date.parse(from) > DAY_MS;

/** The hour at which a week opens: that at which the earliest thing in it begins, or the morning where nothing does. */
export function firstHour(things: readonly Timed[], days: readonly CalendarDay[]): number {
  const hours = things.flatMap(({ from }) => {
    const at = Date.parse(from);
    const day = days.find((one) => at >= one.from && at < one.to);
    return day ? [Math.floor(((at - day.from) / (day.to - day.from)) * 24)] : [];
  });
  return hours.length === 0 ? MORNING : Math.min(...hours);
}

export type Placed<T> = {
  readonly one: T;
  /** Parts of the day, from 0 to 1. */
  readonly top: number;
  readonly height: number;
  /** Which of how many columns that stand beside each other. */
  readonly lane: number;
  readonly lanes: number;
};

/** What is on during a day, placed by time; what is on at once stands beside each other. */
export function placed<T extends Timed>(things: readonly T[], day: CalendarDay): Placed<T>[] {
  const length = day.to - day.from;
  const parts = things
    .filter((one) => isOn(one, day))
    .map((one) => ({
      one,
      from: Math.max(Date.parse(one.from), day.from),
      to: Math.min(Date.parse(one.to), day.to),
    }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const found: (Placed<T> & { group: number })[] = [];
  let [group, groupEnd] = [-1, Number.NEGATIVE_INFINITY];
  let ends: number[] = [];
  for (const { one, from, to } of parts) {
    if (from >= groupEnd) {
      group += 1;
      ends = [];
    }
    groupEnd = Math.max(groupEnd, to);
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to;
    found.push({ one, top: (from - day.from) / length, height: (to - from) / length, lane, lanes: 1, group });
  }
  return found.map(({ group: of, ...one }) => ({
    ...one,
    lanes: Math.max(...found.filter((other) => other.group === of).map(({ lane }) => lane)) + 1,
  }));
}
