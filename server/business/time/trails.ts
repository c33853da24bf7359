import { newId } from '#kernel/ids.ts';
import type { Ctx, Services } from '#platform/context/index.ts';
import { systemIdentity, withContext } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { DRAFTS } from './settings.ts';

/** Who says nothing for so long was away; presence is repeated every fifteen seconds. */
const APART_MS = 90_000;
/** A trail is written on at most this often. */
const FRESH_MS = 45_000;
/** A draft is of some use for a month at most; then what it was made from is forgotten. */
const KEPT_MS = 35 * 86_400_000;

const NOTE = `
with last as (
  select id, until_at from time_trails
  where client_id = $1 and ticket_id = $2 and staff_id = $3 and until_at >= $5 order by until_at desc limit 1),
on_ as (
  update time_trails d set until_at = $4 from last
  where d.client_id = $1 and d.id = last.id and last.until_at < $6)
insert into time_trails (client_id, id, ticket_id, staff_id, from_at, until_at)
select $1, $7, $2, $3, $4, $4 where not exists (select from last)`;

/** Notes that the acting person has a ticket before them, for the drafts of their time; nobody else reads it. */
export async function noteSeen(ctx: Ctx, ticket: { client_id: string; id: string }): Promise<void> {
  const { principal, principalId } = ctx.scope;
  if (principal !== 'staff' || !principalId || !ctx.can('ticket.time')) return;
  if (!(await resolveSetting(ctx, DRAFTS, null)).value.on) return;
  const before = (ms: number) => new Date(Date.parse(ctx.now) - ms).toISOString();
  await ctx.hot('time_trail', NOTE, [
    ...[ticket.client_id, ticket.id, principalId, ctx.now],
    ...[before(APART_MS), before(FRESH_MS), newId()],
  ]);
}

/** Forgets trails, and what was settled of them, that no draft is made of any more. */
export async function forgetTrails(services: Services): Promise<void> {
  await withContext(services, systemIdentity('time'), async (ctx) => {
    const before = new Date(Date.parse(ctx.now) - KEPT_MS).toISOString();
    await ctx.tx.deleteFrom('time_trails').where('until_at', '<', before).execute();
    await ctx.tx.deleteFrom('time_settled').where('day', '<', before.slice(0, 10)).execute();
  });
}
