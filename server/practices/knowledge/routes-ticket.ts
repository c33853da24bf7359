import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import { FlagArticle, TicketArticles, UseArticle } from '#shared/knowledge.ts';
import { TicketRef } from '#shared/ticket.ts';
import { flagArticle, settleFlag } from './flag.ts';
import { articleFromTicket } from './make.ts';
import { articlesOf } from './query-ticket.ts';
import { noteVisit } from './read.ts';
import { dropArticle, putArticle } from './use.ts';

const tag = 'Knowledge';
const ById = Type.Object({ id: Id });

export const articleUseRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/:idOrKey/articles',
      access: 'ticket.read',
      tag,
      summary: 'Articles used on a ticket, those that may help, and those that its requester had read',
      params: TicketRef,
      response: TicketArticles,
    },
    (ctx, { params }) => articlesOf(ctx, params.idOrKey),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/articles',
      access: 'ticket.update',
      tag,
      summary: 'Note that an article was linked to a ticket, or answered with',
      params: TicketRef,
      body: UseArticle,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await putArticle(ctx, params.idOrKey, body);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: '/api/v1/tickets/:idOrKey/articles/:articleId',
      access: 'ticket.update',
      tag,
      summary: 'Take an article off a ticket',
      params: Type.Object({ ...TicketRef.properties, articleId: Id }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await dropArticle(ctx, params.idOrKey, params.articleId);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/article',
      access: 'knowledge.write',
      tag,
      summary: 'Begin an article from how a ticket was solved, as a draft for its client alone',
      params: TicketRef,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { params }) => ({ id: await articleFromTicket(ctx, params.idOrKey) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/articles/:id/flags',
      access: 'knowledge.write',
      tag,
      summary: 'Say that an article is wrong or outdated',
      params: ById,
      body: FlagArticle,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { params, body }) => ({ id: await flagArticle(ctx, params.id, body) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/articles/:id/flags/:flagId/settle',
      access: 'knowledge.write',
      tag,
      summary: 'Say that it was seen to',
      params: Type.Object({ id: Id, flagId: Id }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await settleFlag(ctx, params.id, params.flagId);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/articles/:id/visits',
      access: 'knowledge.view',
      tag,
      summary: 'Count that I read an article',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await noteVisit(ctx, params.id, 'staff');
      return null;
    },
  ),
];
