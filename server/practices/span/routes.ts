import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import { Wholes } from '#shared/span.ts';
import { TicketRef } from '#shared/ticket.ts';
import { wholesOf } from './queries.ts';

export const spanRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/:idOrKey/wholes',
      access: 'ticket.read',
      tag: 'Tickets',
      summary: 'The problem, major incident or change that stands above a ticket, as far as its client may know of it',
      params: TicketRef,
      response: Type.Object({ wholes: Wholes }),
    },
    async (ctx, { params }) => ({ wholes: await wholesOf(ctx, params.idOrKey) }),
  ),
];
