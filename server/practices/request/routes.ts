import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { callerOf, reassignVote } from '#server/practices/approval/index.ts';
import { finishTask } from '#server/practices/fulfilment/index.ts';
import { serviceCalendar } from '#server/practices/service-level/index.ts';
import { ReassignVote } from '#shared/approval.ts';
import { Id, Nullable } from '#shared/http.ts';
import {
  CatalogueCard,
  CatalogueItem,
  CatalogueQuery,
  ChangeAnswers,
  FinishTask,
  LogRequest,
  QuoteView,
  RequestMade,
  RequestView,
} from '#shared/request.ts';
import { TicketRef } from '#shared/ticket.ts';
import { askAgain } from './approval.ts';
import { cardsFor, itemView } from './cards.ts';
import { changeAnswers } from './change-answers.ts';
import { placeOrder } from './order.ts';
import { quote } from './quote.ts';
import { refuseStranger } from './stranger.ts';
import { orderedRequest, viewRequest } from './view.ts';

const tag = 'Requests';
const VoteRef = Type.Object({ ...TicketRef.properties, voteId: Id });
const TaskRef = Type.Object({ ...TicketRef.properties, taskId: Id });

export const requestRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/catalogue',
      access: 'ticket.create',
      tag,
      summary: 'What somebody of a client may ask for, as it is for them',
      query: CatalogueQuery,
      response: Type.Object({ items: Type.Array(CatalogueCard) }),
    },
    async (ctx, { query }) => {
      await refuseStranger(ctx, query);
      return { items: await cardsFor(ctx, query) };
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/catalogue/:catalogueItemId',
      access: 'ticket.create',
      tag,
      summary: 'One of these, with its form',
      params: Type.Object({ catalogueItemId: Id }),
      query: CatalogueQuery,
      response: CatalogueItem,
    },
    async (ctx, { params, query }) => {
      await refuseStranger(ctx, query);
      return itemView(ctx, query, params.catalogueItemId);
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/requests/quote',
      access: 'ticket.create',
      tag,
      summary: 'What an order would cost, who would be asked, and when it would be there; makes nothing',
      body: LogRequest,
      response: QuoteView,
    },
    async (ctx, { body: { clientId, requesterId, ...order } }) => {
      await refuseStranger(ctx, { clientId, requesterId });
      return quote(ctx, { clientId, requesterId }, order);
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/requests',
      access: 'ticket.create',
      tag,
      summary: 'Order something from the catalogue for somebody of a client',
      body: LogRequest,
      response: RequestMade,
      status: 201,
    },
    async (ctx, { body: { clientId, requesterId, ...order } }) => {
      await refuseStranger(ctx, { clientId, requesterId });
      const { id, key, title } = await placeOrder(ctx, { clientId, requesterId }, order);
      return { id, key, title };
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/:idOrKey/request',
      access: 'ticket.read',
      tag,
      summary:
        'What a ticket asks for: answers, price, approvals and tasks, each with the reason; null where it was not ordered',
      params: TicketRef,
      response: Type.Object({ request: Nullable(RequestView) }),
    },
    async (ctx, { params }) => ({ request: await viewRequest(ctx, params.idOrKey, callerOf(ctx)) }),
  ),
  defineRoute(
    {
      method: 'PUT',
      url: '/api/v1/tickets/:idOrKey/request/answers',
      access: 'ticket.update',
      tag,
      summary: 'Change what was answered; an approval of what it was is voided and asked for again',
      params: TicketRef,
      body: ChangeAnswers,
      response: RequestView,
    },
    async (ctx, { params, body }) => {
      await changeAnswers(ctx, params.idOrKey, body);
      return orderedRequest(ctx, params.idOrKey, callerOf(ctx));
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/request/approval',
      access: 'ticket.transition',
      tag,
      summary: 'Ask for the approval again, after it was rejected or has expired, or where too few are left to approve',
      params: TicketRef,
      response: RequestView,
      status: 201,
    },
    async (ctx, { params }) => {
      await askAgain(ctx, await findTicket(ctx, params.idOrKey, { lock: true }));
      return orderedRequest(ctx, params.idOrKey, callerOf(ctx));
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/request/votes/:voteId/reassign',
      access: 'catalogue.manage',
      tag,
      summary: 'Ask another of the client’s people in place of somebody who has not voted',
      params: VoteRef,
      body: ReassignVote,
      response: RequestView,
    },
    async (ctx, { params, body }) => {
      await reassignVote(ctx, await findTicket(ctx, params.idOrKey, { lock: true }), params.voteId, body);
      return orderedRequest(ctx, params.idOrKey, callerOf(ctx));
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/request/tasks/:taskId',
      access: 'ticket.update',
      tag,
      summary: 'Say that a task is done or not needed, or open it again; with the last one the request is fulfilled',
      params: TaskRef,
      body: FinishTask,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      const ticket = await findTicket(ctx, params.idOrKey, { lock: true });
      await finishTask(ctx, ticket, params.taskId, body, await serviceCalendar(ctx, ticket.client_id));
      return null;
    },
  ),
];
