import Type from 'typebox';
import { invalid, notFound } from '#kernel/errors.ts';
import { inNameOf } from '#platform/context/index.ts';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { languagesOffered } from '#platform/identity/index.ts';
import { chooseLanguage } from '#server/business/client/index.ts';
import { confirmOwn, declineOwn, replyToOwn, withdrawOwn } from '#server/channels/contact/index.ts';
import { Id } from '#shared/http.ts';
import {
  ConfirmResolution,
  DeclineResolution,
  PortalLanguage,
  PortalOutcome,
  PortalReply,
  PortalTicket,
  PortalTicketPage,
  PortalTicketQuery,
  WithdrawRequest,
} from '#shared/portal.ts';
import { TicketRef } from '#shared/ticket.ts';
import { listOwnTickets, ownTicketView } from './queries.ts';

const own = { access: 'contact', tag: 'Portal' } as const;
const write = { ...own, method: 'POST', under: inNameOf, params: TicketRef, status: 201 } as const;

export const portalRoutes = [
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/tickets',
      summary: 'My tickets, or my company’s if I look after it, newest change first',
      query: PortalTicketQuery,
      response: PortalTicketPage,
    },
    (ctx, { query }) => listOwnTickets(ctx, query),
  ),
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/tickets/:idOrKey',
      summary: 'One of them, with its conversation',
      params: TicketRef,
      response: PortalTicket,
    },
    (ctx, { params }) => ownTicketView(ctx, params.idOrKey),
  ),
  defineRoute(
    {
      ...write,
      url: '/api/v1/portal/tickets/:idOrKey/messages',
      summary: 'Answer; what was resolved opens again',
      body: PortalReply,
      response: Type.Object({ id: Id }),
    },
    async (ctx, { params, body }) => ({ id: await replyToOwn(ctx, params.idOrKey, body) }),
  ),
  defineRoute(
    {
      ...write,
      url: '/api/v1/portal/tickets/:idOrKey/confirm',
      summary: 'Say that it is solved',
      body: ConfirmResolution,
      response: PortalOutcome,
    },
    (ctx, { params, body }) => confirmOwn(ctx, params.idOrKey, body.comment),
  ),
  defineRoute(
    {
      ...write,
      url: '/api/v1/portal/tickets/:idOrKey/decline',
      summary: 'Say that it is not solved: it opens again with whoever had it',
      body: DeclineResolution,
      response: PortalOutcome,
    },
    (ctx, { params, body }) => declineOwn(ctx, params.idOrKey, body.reason),
  ),
  defineRoute(
    {
      ...write,
      url: '/api/v1/portal/tickets/:idOrKey/withdraw',
      summary: 'Withdraw a request on which work has not begun: nobody decides about it or works on it any more',
      body: WithdrawRequest,
      response: PortalOutcome,
    },
    (ctx, { params, body }) => withdrawOwn(ctx, params.idOrKey, body.reason),
  ),
  defineRoute(
    {
      ...own,
      method: 'PUT',
      url: '/api/v1/portal/language',
      summary: 'Choose the language in which I am spoken to, here and in mail',
      under: inNameOf,
      body: PortalLanguage,
      response: Nothing,
      status: 204,
    },
    async (ctx, { body }) => {
      if (ctx.actor.id === null) throw notFound('contact');
      if (!(await languagesOffered(ctx, ctx.scope.clientIds[0] ?? null)).includes(body.language))
        throw invalid([{ path: 'language', message: 'must be one of the choices' }]);
      await chooseLanguage(ctx, ctx.actor.id, body.language);
      return null;
    },
  ),
];
