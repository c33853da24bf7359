import Type from 'typebox';
import type { Ctx } from '#platform/context/index.ts';
import { defineRoute } from '#platform/http/index.ts';
import { type ByHand, changeClock, explainTicket, justifyClock } from '#server/practices/service-level/index.ts';
import { Nullable } from '#shared/http.ts';
import { ClockTarget, ClockView } from '#shared/service-level.ts';
import { TicketRef } from '#shared/ticket.ts';
import { findTicket, ticketForChange } from './find.ts';
import { writeDue } from './row.ts';

const tag = 'Tickets';
const ClockRef = Type.Object({ ...TicketRef.properties, target: ClockTarget });
const Clocks = Type.Object({ items: Type.Array(ClockView) });
const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' });

/** Does something to a clock by hand, and answers all of the ticket's clocks. */
async function byHand(ctx: Ctx, idOrKey: string, target: string, act: ByHand) {
  const ticket = await ticketForChange(ctx, idOrKey);
  const dueAt = await changeClock(ctx, ticket, target, act);
  if (dueAt !== ticket.due_at) await writeDue(ctx, ticket, dueAt);
  return { items: await explainTicket(ctx, ticket.client_id, ticket.id) };
}

export const slaRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/:idOrKey/sla',
      access: 'ticket.read',
      tag,
      summary: 'The clocks of a ticket, each explained',
      params: TicketRef,
      response: Clocks,
    },
    async (ctx, { params }) => {
      const ticket = await findTicket(ctx, params.idOrKey);
      return { items: await explainTicket(ctx, ticket.client_id, ticket.id) };
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/sla/:target/hold',
      access: 'sla.override',
      tag,
      summary: 'Hold a clock: it does not count until it is released, whatever the status says',
      params: ClockRef,
      body: Type.Object({ reason: Reason }),
      response: Clocks,
    },
    (ctx, { params, body }) => byHand(ctx, params.idOrKey, params.target, { type: 'held', reason: body.reason }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/sla/:target/release',
      access: 'sla.override',
      tag,
      summary: 'Release a clock that is held',
      params: ClockRef,
      body: Type.Object({ reason: Reason }),
      response: Clocks,
    },
    (ctx, { params, body }) => byHand(ctx, params.idOrKey, params.target, { type: 'released', reason: body.reason }),
  ),
  defineRoute(
    {
      method: 'PUT',
      url: '/api/v1/tickets/:idOrKey/sla/:target/target',
      access: 'sla.override',
      tag,
      summary: 'Set another target for this ticket alone, in minutes of working time; null: what is promised again',
      params: ClockRef,
      body: Type.Object({
        minutes: Type.Union([Type.Integer({ minimum: 1, maximum: 525_600 }), Type.Null()]),
        reason: Reason,
      }),
      response: Clocks,
    },
    (ctx, { params, body }) => byHand(ctx, params.idOrKey, params.target, { type: 'overridden', ...body }),
  ),
  defineRoute(
    {
      method: 'PUT',
      url: '/api/v1/tickets/:idOrKey/sla/:target/justification',
      access: 'sla.override',
      tag,
      summary: 'Say why a promise was missed, or take that back with null; met and missed stay what they are',
      params: ClockRef,
      body: Type.Object({ text: Nullable(Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' })) }),
      response: Clocks,
    },
    async (ctx, { params, body }) => {
      const ticket = await ticketForChange(ctx, params.idOrKey);
      await justifyClock(ctx, ticket, params.target, body.text?.trim() ?? null);
      return { items: await explainTicket(ctx, ticket.client_id, ticket.id) };
    },
  ),
];
