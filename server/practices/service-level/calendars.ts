import type { Static } from 'typebox';
import type { Calendar } from '#kernel/calendar.ts';
import type { Ctx, Services } from '#platform/context/index.ts';
import { idFromText } from '#platform/text/index.ts';
import type { HOURS } from './settings.ts';

export type Place = { timeZone: string; country: string; region: string };

type Shelf = {
  /** Calendars by id. Their content never changes, so they are kept for good; a program meets tens of them. */
  known: Map<string, Calendar>;
  /** The id of a set of hours at a place in a year, so that holidays are not worked out for every ticket. */
  ids: Map<string, string>;
};

/** One shelf per running program: what one database holds says nothing about another. */
const shelves = new WeakMap<Services, Shelf>();

function shelfOf({ services }: Ctx): Shelf {
  const found = shelves.get(services);
  if (found) return found;
  const made: Shelf = { known: new Map(), ids: new Map() };
  shelves.set(services, made);
  return made;
}

/** Stores a calendar, and answers whether a transaction before this one did: rows of its own do not count. */
const KEEP = `
with kept as (insert into calendars (id, definition, created_at) values ($1, $2, $3) on conflict do nothing)
select 1 from calendars where id = $1 and xmin <> pg_current_xact_id()::xid`;

/** The calendar for hours at a place, stored once. It closes on the public holidays of its year, the one before and three after. */
export async function calendarFor(ctx: Ctx, hours: Static<(typeof HOURS)['schema']>, place: Place): Promise<string> {
  const { known, ids } = shelfOf(ctx);
  const year = Number(ctx.now.slice(0, 4));
  const key = JSON.stringify([hours, place, year]);
  const found = ids.get(key);
  if (found) return found;
  const holidays = hours.publicHolidays && place.country && !hours.alwaysOpen ? await holidaysAround(place, year) : [];
  const calendar: Calendar = {
    name: hours.alwaysOpen ? '24 × 7' : 'Service hours',
    timeZone: place.timeZone,
    alwaysOpen: hours.alwaysOpen,
    hours: hours.hours,
    closedDays: [...hours.closedDays, ...holidays],
  };
  // The same hours are the same calendar in every process.
  const id = idFromText(JSON.stringify(calendar));
  const there = await ctx.hot('calendar_keep', KEEP, [id, JSON.stringify(calendar), ctx.now]);
  known.set(id, calendar);
  // Remembered only once it was there before us: this transaction may still be rolled back, and nobody else sees its rows.
  if (there.length > 0) ids.set(key, id);
  return id;
}

/** The holiday data takes tens of megabytes, so it is loaded when the first client needs it. */
async function holidaysAround(place: Place, year: number): Promise<Calendar['closedDays'][number][]> {
  const { checkHolidayPlace, publicHolidays } = await import('#kernel/holidays.ts');
  const wanted = { country: place.country, ...(place.region ? { state: place.region } : {}) };
  if (checkHolidayPlace(wanted).length > 0) return [];
  return [-1, 0, 1, 2, 3].flatMap((offset) => publicHolidays(wanted, year + offset));
}

/** Makes sure that the calendars of these ids are at hand, and returns how to get one. */
export async function calendarSource(ctx: Ctx, wanted: readonly string[]): Promise<(id: string) => Calendar> {
  const { known } = shelfOf(ctx);
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
