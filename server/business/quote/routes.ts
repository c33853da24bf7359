import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { withContext } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute, Nothing } from '#platform/http/index.ts';
import { printPdf, sendPdf } from '#platform/pdf/index.ts';
import { Id } from '#shared/http.ts';
import {
  AtVersion,
  CreateQuote,
  OrderLineView,
  OrderQuery,
  QuoteDetail,
  QuotePage,
  QuoteQuery,
  SaveOrderLine,
  SaveQuote,
  SendQuote,
} from '#shared/quote.ts';
import { listOrderLines, saveOrderLine } from './orders.ts';
import { fileNameOf, printedFor } from './paper.ts';
import { createQuote, removeQuote, saveQuote } from './quotes.ts';
import { listQuotes, viewQuote } from './read.ts';
import { reviseQuote, sendQuote, withdrawQuote } from './send.ts';

const tag = 'Quotes';
const [quotes, orders] = ['/api/v1/quotes', '/api/v1/order-lines'];
const [read, manage] = ['contract.read', 'contract.manage'] as const;
const ById = Type.Object({ id: Id });

export const quoteRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: quotes, access: read, tag, summary: 'Quotes, newest first' },
      ...{ query: QuoteQuery, response: QuotePage },
    },
    (ctx, { query }) => listQuotes(ctx, query),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: quotes, access: manage, tag, summary: 'Draft a quote' },
      ...{ body: CreateQuote, response: ById, status: 201 },
    },
    async (ctx, { body }) => ({ id: await createQuote(ctx, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: `${quotes}/:id`, access: read, tag },
      summary: 'A quote with its lines, what they cost and bring, who signed it, and what came of it',
      ...{ params: ById, response: QuoteDetail },
    },
    (ctx, { params }) => viewQuote(ctx, params.id),
  ),
  defineFreeRoute(
    {
      ...{ method: 'GET', url: `${quotes}/:id/pdf`, access: read, tag },
      summary: 'A quote as a PDF, as the client reads it',
      ...{ params: ById, response: Type.Unknown(), perMinute: 30 },
    },
    async (services, { params, session, reply }) => {
      if (!session) throw notFound('session');
      const quote = await withContext(services, session.identity, (ctx) => viewQuote(ctx, params.id));
      return sendPdf(reply, fileNameOf(quote), await printPdf(await printedFor(services, quote)));
    },
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${quotes}/:id`, access: manage, tag },
      summary: 'Change a draft of a quote; with lines, all of them',
      ...{ params: ById, body: SaveQuote, response: QuoteDetail, bodyLimit: 2_000_000 },
    },
    async (ctx, { params, body }) => {
      await saveQuote(ctx, params.id, body);
      return viewQuote(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'DELETE', url: `${quotes}/:id`, access: manage, tag, summary: 'Throw a draft of a quote away' },
      ...{ params: ById, response: Nothing, status: 204 },
    },
    async (ctx, { params }) => {
      await removeQuote(ctx, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${quotes}/:id/send`, access: manage, tag },
      summary: 'Send a quote to its contact, who finds it in the portal; it is not changed from then on',
      ...{ params: ById, body: SendQuote, response: QuoteDetail },
    },
    async (ctx, { params, body }) => {
      await sendQuote(ctx, params.id, body);
      return viewQuote(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{
        method: 'POST',
        url: `${quotes}/:id/withdraw`,
        access: manage,
        tag,
        summary: 'Take back a quote that was sent',
      },
      ...{ params: ById, body: AtVersion, response: QuoteDetail },
    },
    async (ctx, { params, body }) => {
      await withdrawQuote(ctx, params.id, body.version);
      return viewQuote(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${quotes}/:id/revisions`, access: manage, tag },
      summary: 'Begin the next revision of a quote, which takes its place once it is sent',
      ...{ params: ById, response: ById, status: 201 },
    },
    async (ctx, { params }) => ({ id: await reviseQuote(ctx, params.id) }),
  ),
  defineRoute(
    {
      ...{
        method: 'GET',
        url: orders,
        access: read,
        tag,
        summary: 'What was accepted and is to be bought, and where it is',
      },
      ...{ query: OrderQuery, response: Type.Object({ items: Type.Array(OrderLineView) }) },
    },
    async (ctx, { query }) => ({ items: await listOrderLines(ctx, query) }),
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${orders}/:id`, access: manage, tag },
      summary: 'Say where something that is bought is; handed over, it is charged to the client',
      ...{ params: ById, body: SaveOrderLine, response: Nothing, status: 204 },
    },
    async (ctx, { params, body }) => {
      await saveOrderLine(ctx, params.id, body);
      return null;
    },
  ),
];
