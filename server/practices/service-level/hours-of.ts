import type { Calendar } from '#kernel/calendar.ts';
import { invalid } from '#kernel/errors.ts';
import type { CalendarChoice } from '#kernel/service-level.ts';
import { type Ctx, readOnce } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { ALWAYS, buildCalendar, calendarName, namedCalendar, type Place, placeOf } from './calendars.ts';
import { HOURS } from './settings.ts';

const PLACE = 'select time_zone as "timeZone", country, region from clients where id = $1';

/** The hours in which a client is served, by its own clock, with the public holidays around this year. */
export async function serviceCalendar(ctx: Ctx, clientId: string): Promise<Calendar> {
  const place = await placeOfClient(ctx, clientId);
  const { value } = await resolveSetting(ctx, HOURS, clientId);
  return buildCalendar(value, place, Number(ctx.now.slice(0, 4)));
}

async function placeOfClient(ctx: Ctx, clientId: string): Promise<Place> {
  const [place] = await ctx.hot<Place>('hours_place', PLACE, [clientId]);
  if (!place) throw new Error(`There is no client ${clientId}`);
  return place;
}

/**
 * The calendar that a choice is for a client, with the public holidays from the year before `year` to three after it, and how the
 * choice is called.
 */
export async function calendarOfChoice(
  ctx: Ctx,
  client: Place & { readonly id: string | null },
  choice: CalendarChoice,
  year: number,
): Promise<{ calendar: Calendar; name: string }> {
  const name = await calendarName(ctx, choice);
  if (choice === 'always') return { calendar: await buildCalendar(ALWAYS, client, year), name };
  if (choice === 'service_hours') {
    const { value } = await resolveSetting(ctx, HOURS, client.id);
    return { calendar: await buildCalendar(value, client, year), name };
  }
  const { terms } = await readOnce(ctx, `calendar ${choice}`, () => namedCalendar(ctx, choice));
  const { timeZone: _, holidays: __, ...hours } = terms;
  return { calendar: await buildCalendar(hours, placeOf(terms, client), year, name), name };
}

/** Refuses a choice that names a calendar which is not in use. */
export async function refuseCalendar(ctx: Ctx, choice: CalendarChoice | null | undefined): Promise<void> {
  if (!choice || choice === 'service_hours' || choice === 'always') return;
  const found = await ctx.tx
    .selectFrom('sla_calendars')
    .select('id')
    .where('id', '=', choice)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!found) throw invalid([{ path: 'calendar', message: 'is not a calendar in use' }]);
}
