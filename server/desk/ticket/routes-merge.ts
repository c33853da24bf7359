import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import { Id, LongText, Name, Nullable, OneOf } from '#shared/http.ts';
import { CustomValues, TicketRef, TicketView } from '#shared/ticket.ts';
import { TICKET_KINDS } from '#shared/vocabulary.ts';
import { mergeTickets, unmergeTicket } from './command-merge.ts';
import { splitTicket } from './command-split.ts';
import { viewTicket } from './query-view.ts';

export const mergeRoutes = [
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/merge',
      access: 'ticket.merge',
      tag: 'Tickets',
      summary: 'Merge this ticket into another of the same client',
      params: TicketRef,
      body: Type.Object({ into: Type.String({ minLength: 3, maxLength: 60 }) }),
      response: Type.Object({ ticket: TicketView, eventId: Nullable(Id) }),
      status: 201,
    },
    async (ctx, { params, body }) => {
      const { from, eventId } = await mergeTickets(ctx, params.idOrKey, body.into);
      return { ticket: await viewTicket(ctx, from), eventId };
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/unmerge',
      access: 'ticket.merge',
      tag: 'Tickets',
      summary: 'Take a merge apart',
      params: TicketRef,
      response: TicketView,
      status: 201,
    },
    async (ctx, { params }) => viewTicket(ctx, await unmergeTicket(ctx, params.idOrKey)),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/split',
      access: 'ticket.merge',
      tag: 'Tickets',
      summary: 'Make a ticket of its own from some messages, or from a part of one',
      params: TicketRef,
      body: Type.Object({
        title: Name,
        kind: Type.Optional(OneOf(TICKET_KINDS)),
        messageIds: Type.Optional(Type.Array(Id, { maxItems: 200, uniqueItems: true })),
        description: Type.Optional(LongText),
        categoryId: Type.Optional(Id),
        custom: Type.Optional(CustomValues),
        /** One public message on the ticket that stays says what became of the two. */
        tellRequester: Type.Optional(Type.Boolean()),
      }),
      response: TicketView,
      status: 201,
    },
    async (ctx, { params, body }) => viewTicket(ctx, await splitTicket(ctx, params.idOrKey, body)),
  ),
];
