import Type from 'typebox';
import { Fault, invalid } from '#kernel/errors.ts';
import { defineRoute } from '#platform/http/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { PagesPage, PagesQuery, PageView, StartPage } from '#shared/escalation.ts';
import { Id } from '#shared/http.ts';
import { TicketRef } from '#shared/ticket.ts';
import { acknowledgePage } from './end.ts';
import { listPages, pagesOfTicket, viewPage } from './query-pages.ts';
import { startPage } from './start.ts';

const tag = 'Escalation';

export const pageRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/:idOrKey/pages',
      access: 'ticket.read',
      tag,
      summary: 'Who was called for a ticket, and what came of it',
      params: TicketRef,
      response: Type.Object({ items: Type.Array(PageView) }),
    },
    async (ctx, { params }) => ({ items: await pagesOfTicket(ctx, await findTicket(ctx, params.idOrKey)) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/pages',
      access: 'ticket.assign',
      tag,
      summary:
        'Call people for a ticket until somebody acknowledges; a page that is open on the same path stays the only one',
      params: TicketRef,
      body: StartPage,
      response: PageView,
      status: 201,
    },
    async (ctx, { params, body }) => {
      const ticket = await findTicket(ctx, params.idOrKey, { lock: true });
      if (!ticket.is_open) throw new Fault('conflict', `${ticket.key} is no longer open; nobody is called for it.`);
      const id = await startPage(ctx, ticket, body);
      if (id === null)
        throw invalid([
          { path: 'pathId', message: 'is needed: neither the team nor the client has an escalation path' },
        ]);
      return viewPage(ctx, id);
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/pages/:id/acknowledge',
      access: 'ticket.transition',
      tag,
      summary: 'Say that somebody has it in hand: nobody is called any more',
      params: Type.Object({ id: Id }),
      response: PageView,
      status: 201,
    },
    async (ctx, { params }) => {
      await acknowledgePage(ctx, params.id);
      return viewPage(ctx, params.id);
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/pages',
      access: 'ticket.read',
      tag,
      summary: 'Pages of all tickets, newest first, of one state or of all',
      query: PagesQuery,
      response: PagesPage,
    },
    (ctx, { query }) => listPages(ctx, query),
  ),
];
