import { dayAt } from '#kernel/day.ts';
import type { Ctx } from '#platform/context/index.ts';

const ZONE = `
select coalesce((select time_zone from staff where id = $2), time_zone) as zone from clients where id = $1`;

/** Which day it is for whoever answers a form: in the zone of staff, else in the client's. */
export async function todayFor(ctx: Ctx, clientId: string): Promise<string> {
  const staff = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  const [row] = await ctx.hot<{ zone: string }>('request_today', ZONE, [clientId, staff]);
  return dayAt(ctx.now, row?.zone ?? 'UTC');
}
