import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import { Id, Name, Version } from '#shared/http.ts';
import { TicketRef, TicketView } from '#shared/ticket.ts';
import { moveTicket } from './command-move.ts';
import { viewTicket } from './query-view.ts';

export const moveRoutes = [
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/move',
      access: 'ticket.merge',
      tag: 'Tickets',
      summary: 'Move a ticket to another client, where it gets a new key; the old key leads to it',
      params: TicketRef,
      body: Type.Object({
        clientId: Id,
        requesterId: Type.Optional(Id),
        title: Type.Optional(Name),
        showConversation: Type.Optional(
          Type.Boolean({
            description:
              'Whether people of the client it goes to may read its description and what was said before. Without it that becomes internal, and tags, custom values, external reference, cause, checklist and time stay with whoever works for the client that it leaves, until the ticket comes back.',
          }),
        ),
        reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
        version: Type.Optional(Version),
      }),
      response: TicketView,
      status: 201,
    },
    async (ctx, { params, body }) => viewTicket(ctx, await moveTicket(ctx, params.idOrKey, body)),
  ),
];
