import type { Static } from 'typebox';
import { type Calendar, PLAIN_NAMES } from '#kernel/calendar.ts';
import type { CalendarChoice } from '#kernel/service-level.ts';
import { type Ctx, readOnce } from '#platform/context/index.ts';
import { idFromText } from '#platform/text/index.ts';
import type { HoursBody } from '#shared/sla-calendar.ts';
import { shelfOf, THERE_BEFORE } from './shelf.ts';

export type Place = { timeZone: string; country: string; region: string };

/** Stores a calendar, and answers whether a transaction before this one did: rows of its own do not count. */
const KEEP = `
with kept as (insert into calendars (id, definition, created_at) values ($1, $2, $3) on conflict do nothing)
select 1 from calendars where id = $1 and ${THERE_BEFORE}`;

export type Hours = Static<typeof HoursBody>;
/** What a calendar by its own name says: hours and closures, and where its time zone and holidays come from. */
export type CalendarTerms = Hours & {
  /** Null: that of the client or its site. */
  readonly timeZone: string | null;
  /** Null: where the client is. */
  readonly holidays: { readonly country: string; readonly region: string } | null;
};

/** Hours that never close. */
export const ALWAYS: Hours = { alwaysOpen: true, hours: [], closedDays: [], publicHolidays: false };

/** The calendar that a policy chose, stored, and how it is called. */
export async function calendarByChoice(
  ctx: Ctx,
  choice: CalendarChoice,
  serviceHours: Hours,
  place: Place,
): Promise<{ id: string; name: string }> {
  if (choice === 'service_hours') return { id: await calendarFor(ctx, serviceHours, place), name: 'service hours' };
  if (choice === 'always') return { id: await calendarFor(ctx, ALWAYS, place), name: '24 × 7' };
  const { name, terms } = await readOnce(ctx, `calendar ${choice}`, () => namedCalendar(ctx, choice));
  const { timeZone, holidays, ...hours } = terms;
  return { id: await calendarFor(ctx, hours, placeOf(terms, place), name), name: `"${name}"` };
}

/** Where a calendar by its own name counts for a client at a place: as the calendar says, else there. */
export const placeOf = ({ timeZone, holidays }: Pick<CalendarTerms, 'timeZone' | 'holidays'>, place: Place): Place => ({
  timeZone: timeZone ?? place.timeZone,
  ...(holidays ?? { country: place.country, region: place.region }),
});

/** A calendar of the provider by its id: how it is called, and what it says. */
export async function namedCalendar(ctx: Ctx, id: string): Promise<{ name: string; terms: CalendarTerms }> {
  const [row] = await ctx.hot<{ name: string; terms: CalendarTerms }>(
    'sla_calendar',
    'select name, terms from sla_calendars where id = $1',
    [id],
  );
  if (!row) throw new Error(`There is no calendar ${id}`);
  return row;
}

/** The calendar for hours at a place, stored once. It closes on the public holidays of its year, the one before and three after. */
export async function calendarFor(ctx: Ctx, hours: Hours, place: Place, name?: string): Promise<string> {
  const { calendarIds: ids } = shelfOf(ctx);
  const year = Number(ctx.now.slice(0, 4));
  const key = JSON.stringify([hours, place, year, name]);
  const found = ids.get(key);
  if (found) return found;
  const calendar = await buildCalendar(hours, place, year, name);
  const id = idOfCalendar(calendar);
  // Remembered only once it was there before us: this transaction may still be rolled back, and nobody else sees its rows.
  if (await keepCalendar(ctx, id, calendar)) ids.set(key, id);
  return id;
}

/** The same hours are the same calendar in every process. */
export const idOfCalendar = (calendar: Calendar): string => idFromText(JSON.stringify(calendar));

/** Stores a calendar under its id, and answers whether it was there before. */
export async function keepCalendar(ctx: Ctx, id: string, calendar: Calendar): Promise<boolean> {
  const there = await ctx.hot('calendar_keep', KEEP, [id, JSON.stringify(calendar), ctx.now]);
  shelfOf(ctx).calendars.set(id, calendar);
  return there.length > 0;
}

/** More calendars than this are never in use at once; beyond it the memory is given back. */
const MOST_BUILT = 1_000;
/** By all that they are made from. */
const built = new Map<string, Promise<Calendar>>();
/** By country and region, and year: what a library works out of its data, and of nothing else. */
const holidays = new Map<string, Calendar['closedDays']>();

/**
 * Hours at a place as a calendar, with the public holidays around a year. The same hours at the same place are one object, which keeps
 * what was worked out of it.
 */
export function buildCalendar(
  hours: Hours,
  { timeZone, country, region }: Place,
  year: number,
  name?: string,
): Promise<Calendar> {
  const place = { timeZone, country, region };
  const key = JSON.stringify([hours, place, year, name]);
  const found = built.get(key);
  if (found) return found;
  if (built.size >= MOST_BUILT) built.clear();
  const made = makeCalendar(hours, place, year, name);
  built.set(key, made);
  // What could not be made is tried again.
  made.catch(() => built.delete(key));
  return made;
}

async function makeCalendar(hours: Hours, place: Place, year: number, name?: string): Promise<Calendar> {
  const around = hours.publicHolidays && place.country && !hours.alwaysOpen ? await holidaysAround(place, year) : [];
  return {
    name: name ?? (hours.alwaysOpen ? PLAIN_NAMES.always : PLAIN_NAMES.hours),
    timeZone: place.timeZone,
    alwaysOpen: hours.alwaysOpen,
    hours: hours.hours,
    closedDays: [...hours.closedDays, ...around],
  };
}

/** The holiday data takes tens of megabytes, so it is loaded when the first client needs it. */
async function holidaysAround(place: Place, year: number): Promise<Calendar['closedDays']> {
  const key = JSON.stringify([place.country, place.region, year]);
  const known = holidays.get(key);
  if (known) return known;
  const { checkHolidayPlace, publicHolidays } = await import('#kernel/holidays.ts');
  const wanted = { country: place.country, ...(place.region ? { state: place.region } : {}) };
  const found =
    checkHolidayPlace(wanted).length > 0
      ? []
      : [-1, 0, 1, 2, 3].flatMap((offset) => publicHolidays(wanted, year + offset));
  if (holidays.size >= MOST_BUILT) holidays.clear();
  holidays.set(key, found);
  return found;
}

/** Makes sure that the calendars of these ids are at hand, and returns how to get one. */
export async function calendarSource(ctx: Ctx, wanted: readonly string[]): Promise<(id: string) => Calendar> {
  const { calendars: known } = shelfOf(ctx);
  const missing = [...new Set(wanted)].filter((id) => !known.has(id));
  if (missing.length > 0) {
    const rows = await ctx.tx.selectFrom('calendars').select(['id', 'definition']).where('id', 'in', missing).execute();
    for (const row of rows) known.set(row.id, row.definition as unknown as Calendar);
  }
  return (id) => {
    const calendar = known.get(id);
    if (!calendar) throw new Error(`The calendar ${id} is not stored`);
    return calendar;
  };
}

/** How a calendar that a policy chose is called. */
export async function calendarName(ctx: Ctx, choice: CalendarChoice): Promise<string> {
  if (choice === 'service_hours') return 'Service hours';
  if (choice === 'always') return '24 × 7';
  return (await readOnce(ctx, `calendar ${choice}`, () => namedCalendar(ctx, choice))).name;
}
