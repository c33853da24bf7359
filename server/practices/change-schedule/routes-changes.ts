import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { defineRoute } from '#platform/http/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { changeOf } from '#server/practices/change/index.ts';
import {
  CalendarQuery,
  ChangeCalendar,
  type CollisionQuery as CollisionAsked,
  CollisionQuery,
  Collisions,
  OverrideCollisions,
} from '#shared/change-schedule.ts';
import { TicketRef } from '#shared/ticket.ts';
import { changeCalendar } from './calendar.ts';
import { collisionsAndSlots } from './collisions.ts';
import { overrideCollisions, overridesOf } from './overrides.ts';
import { plannedChange } from './planned.ts';
import { collisionView } from './present.ts';

const tag = 'Change schedule';

export const changeTimeRoutes = [
  defineRoute(
    {
      method: 'GET',
      access: 'ticket.read',
      tag,
      url: '/api/v1/change-calendar',
      summary:
        'Changes with what they collide with, windows, freezes, blackouts and who is on call between two instants',
      query: CalendarQuery,
      response: ChangeCalendar,
    },
    (ctx, { query }) => changeCalendar(ctx, query),
  ),
  defineRoute(
    {
      method: 'GET',
      access: 'ticket.read',
      tag,
      url: '/api/v1/changes/:idOrKey/collisions',
      summary: 'What a change collides with when it is planned, or in another window, and when there is room for it',
      params: TicketRef,
      query: CollisionQuery,
      response: Collisions,
    },
    (ctx, { params, query }) => viewCollisions(ctx, params.idOrKey, query),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'change.policy',
      tag,
      url: '/api/v1/changes/:idOrKey/overrides',
      summary: 'Let a change go on in spite of what holds it back now, for a reason that is recorded',
      params: TicketRef,
      body: OverrideCollisions,
      response: Collisions,
      status: 201,
    },
    async (ctx, { params, body }) => {
      await overrideCollisions(ctx, params.idOrKey, body);
      return viewCollisions(ctx, params.idOrKey, {});
    },
  ),
];

async function viewCollisions(ctx: Ctx, ref: string, { from, until }: CollisionAsked) {
  const ticket = await findTicket(ctx, ref);
  await changeOf(ctx, ticket);
  if ((from === undefined) !== (until === undefined) || (from && until && Date.parse(until) <= Date.parse(from)))
    throw invalid([{ path: 'until', message: 'must be after from, which goes with it' }]);
  const change = await plannedChange(ctx, ticket, from && until ? { from, until } : null);
  if (!change) return { window: null, collisions: [], slots: [] };
  const { timeZone } = await ctx.tx
    .selectFrom('clients')
    .select('time_zone as timeZone')
    .where('id', '=', ticket.client_id)
    .executeTakeFirstOrThrow();
  const { collisions, slots } = await collisionsAndSlots(ctx, change, timeZone);
  const overridden = (await overridesOf(ctx, [ticket.id])).get(ticket.id);
  const said = (one: { from: number; to: number }) => ({
    from: new Date(one.from).toISOString(),
    to: new Date(one.to).toISOString(),
  });
  return {
    window: said(change),
    // In another window nothing was overridden yet.
    collisions: collisions.map((one) => collisionView(one, from ? undefined : overridden)),
    slots: slots.map(said),
  };
}
