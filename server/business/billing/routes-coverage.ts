import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import { sheetOf } from '#server/business/time/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { TicketCoverage, TimeCover } from '#shared/coverage.ts';
import { TicketRef } from '#shared/ticket.ts';
import { SheetQuery } from '#shared/time.ts';
import { coverageOfTicket, coverOf } from './coverage.ts';

const tag = 'Time';

export const coverageRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/tickets/:idOrKey/coverage', access: 'ticket.read', tag },
      summary:
        'What contracts take in work on a ticket, what is left of hours, and what each recorded entry came under',
      params: TicketRef,
      response: TicketCoverage,
    },
    async (ctx, { params }) => coverageOfTicket(ctx, await findTicket(ctx, params.idOrKey)),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/time/coverage', access: 'ticket.time', tag },
      summary: 'What each entry of a timesheet came under: included, off a block, or charged',
      query: SheetQuery,
      response: Type.Object({ items: Type.Array(TimeCover) }),
    },
    async (ctx, { query }) => {
      const { items } = await sheetOf(ctx, query);
      return {
        items: await coverOf(
          ctx,
          items.map(({ id }) => id),
        ),
      };
    },
  ),
];
