import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { fillFor, findTicket } from '#server/desk/ticket/index.ts';
import { Id } from '#shared/http.ts';
import { CannedReplyView, CreateCannedReply, FilledText, UpdateCannedReply } from '#shared/library.ts';
import { REPLIES, takeOffShelf } from '../shelf.ts';
import { cannedReply, createCannedReply, listCannedReplies, updateCannedReply } from './replies.ts';

const tag = 'Library';
const ById = Type.Object({ id: Id });
const ForTicket = Type.String({ minLength: 3, maxLength: 60, description: 'Id or key' });

export const replyRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/canned-replies',
      access: 'ticket.read',
      tag,
      summary: 'Replies that I may use, by folder and name',
      query: Type.Object({
        all: Type.Optional(Type.Boolean({ description: 'Those of other teams too, to look after' })),
      }),
      response: Type.Object({ items: Type.Array(CannedReplyView) }),
    },
    async (ctx, { query }) => ({ items: await listCannedReplies(ctx, query.all ?? false) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/canned-replies',
      access: 'ticket.reply',
      tag,
      summary: 'Write down a reply to use again; shared ones need library.manage',
      body: CreateCannedReply,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createCannedReply(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/canned-replies/:id',
      access: 'ticket.read',
      tag,
      summary: 'One reply as it is written',
      params: ById,
      response: CannedReplyView,
    },
    (ctx, { params }) => cannedReply(ctx, params.id),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: '/api/v1/canned-replies/:id',
      access: 'ticket.reply',
      tag,
      summary: 'Change a reply',
      params: ById,
      body: UpdateCannedReply,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await updateCannedReply(ctx, params.id, body);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: '/api/v1/canned-replies/:id',
      access: 'ticket.reply',
      tag,
      summary: 'Throw a reply away',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await takeOffShelf(ctx, REPLIES, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/canned-replies/:id/preview',
      access: 'ticket.read',
      tag,
      summary: 'A reply filled in for a ticket',
      params: ById,
      body: Type.Object({ ticketId: ForTicket }),
      response: FilledText,
      status: 201,
    },
    async (ctx, { params, body }) => {
      const { body: text } = await cannedReply(ctx, params.id);
      return fillFor(ctx, await findTicket(ctx, body.ticketId), text);
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/canned-replies/preview',
      access: 'ticket.read',
      tag,
      summary: 'A text not yet written down, filled in for a ticket',
      body: Type.Object({ ticketId: ForTicket, body: Type.String({ maxLength: 50_000 }) }),
      response: FilledText,
      status: 201,
    },
    async (ctx, { body }) => fillFor(ctx, await findTicket(ctx, body.ticketId), body.body),
  ),
];
