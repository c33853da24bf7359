import Type from 'typebox';
import { Fault } from '#kernel/errors.ts';
import { defineFreeRoute, defineRoute, Nothing } from '#platform/http/index.ts';
import { noteSeen } from '#server/business/time/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { Presence, PresenceState } from '#shared/live.ts';
import { TicketRef } from '#shared/ticket.ts';
import { streamsOf } from './streams.ts';

const tag = 'Live';

export const liveRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/stream',
      access: 'anyone',
      staff: 'ticket.read',
      tag,
      summary:
        'Server-sent events (send "Accept: text/event-stream"): ticket, alert, notification, presence, and resync when something may have been missed',
      response: Type.String({ description: 'A stream that ends when the caller’s rights do' }),
    },
    async (services, { session, request, reply }) => {
      if (!session) throw new Fault('unauthenticated', 'Sign in first.');
      // Whoever does not ask for a stream would wait for an answer that never ends.
      if (!request.headers.accept?.includes('text/event-stream'))
        throw new Fault('malformed', 'This is a stream of events: send "Accept: text/event-stream".');
      const streams = streamsOf(services);
      streams.refuseTooMany(session);
      const kept = Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]);
      reply.hijack();
      const stream = streams.open(session, reply.raw, {
        ...Object.fromEntries(kept),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Reverse proxies that gather answers would hold back every message.
        'x-accel-buffering': 'no',
      });
      // Messages are not kept, so a browser that comes back has to read again.
      if (request.headers['last-event-id'] !== undefined) stream.send('resync', {});
      return '';
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/presence',
      access: 'ticket.read',
      tag,
      summary: 'Say that I am on a ticket, am typing, or have left; to be repeated every 15 seconds',
      params: TicketRef,
      body: Type.Object({ state: PresenceState }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      const ticket = await findTicket(ctx, params.idOrKey);
      const staffId = ctx.scope.principalId;
      if (body.state !== 'left') await noteSeen(ctx, ticket);
      if (staffId !== null)
        await ctx.services.live.announce({
          ticketId: ticket.id,
          clientId: ticket.client_id,
          staffId,
          name: ctx.actor.name,
          state: body.state,
        });
      return null;
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/:idOrKey/presence',
      access: 'ticket.read',
      tag,
      summary: 'Who is on a ticket now',
      params: TicketRef,
      response: Type.Object({ items: Type.Array(Presence) }),
    },
    async (ctx, { params }) => {
      const ticket = await findTicket(ctx, params.idOrKey);
      const present = ctx.services.live.presence.on(ticket.client_id, ticket.id);
      return {
        items: present.flatMap(({ staffId, name, state }) => (state === 'left' ? [] : [{ staffId, name, state }])),
      };
    },
  ),
];
