import type { Calendar } from '#kernel/calendar.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { buildCalendar } from './calendars.ts';
import { HOURS } from './settings.ts';

const PLACE = 'select time_zone as "timeZone", country, region from clients where id = $1';

/** The hours in which a client is served, by its own clock, with the public holidays around this year. */
export async function serviceCalendar(ctx: Ctx, clientId: string): Promise<Calendar> {
  const [place] = await ctx.hot<{ timeZone: string; country: string; region: string }>('hours_place', PLACE, [
    clientId,
  ]);
  if (!place) throw new Error(`There is no client ${clientId}`);
  const { value } = await resolveSetting(ctx, HOURS, clientId);
  return buildCalendar(value, place, Number(ctx.now.slice(0, 4)));
}
