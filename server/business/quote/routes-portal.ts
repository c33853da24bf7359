import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { type Ctx, inNameOf, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute } from '#platform/http/index.ts';
import { printPdf, sendPdf } from '#platform/pdf/index.ts';
import { callingReader } from '#platform/words/index.ts';
import { Id, PageQuery } from '#shared/http.ts';
import { AcceptQuote, DeclineQuote, PortalQuotePage, PortalQuoteView } from '#shared/quote.ts';
import { acceptQuote, declineQuote } from './decide.ts';
import { fileNameOf, printedFor } from './paper.ts';
import { ownQuote, ownQuotes, toldOf } from './portal.ts';

const [access, tag] = ['contact', 'Portal'] as const;
const quotes = '/api/v1/portal/quotes';
const ById = Type.Object({ id: Id });
const view = async (ctx: Ctx, id: string) => toldOf(await ownQuote(ctx, id));

export const portalQuoteRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: quotes, access, tag, under: inNameOf },
      summary: 'Quotes that my company was sent, newest first',
      ...{ query: Type.Object(PageQuery), response: PortalQuotePage },
    },
    (ctx, { query }) => ownQuotes(ctx, query),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: `${quotes}/:id`, access, tag, under: inNameOf },
      summary: 'A quote that my company was sent, with its lines and which of them may be chosen',
      ...{ params: ById, response: PortalQuoteView },
    },
    (ctx, { params }) => view(ctx, params.id),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${quotes}/:id/accept`, access, tag, under: inNameOf },
      summary: 'Accept a quote for my company by signing it, with the options that are chosen',
      ...{ params: ById, body: AcceptQuote, response: PortalQuoteView },
    },
    async (ctx, { params, body, request }) => {
      await acceptQuote(ctx, params.id, body, request.ip);
      return view(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${quotes}/:id/decline`, access, tag, under: inNameOf },
      summary: 'Decline a quote for my company, and say why',
      ...{ params: ById, body: DeclineQuote, response: PortalQuoteView },
    },
    async (ctx, { params, body }) => {
      await declineQuote(ctx, params.id, body.reason);
      return view(ctx, params.id);
    },
  ),
  defineFreeRoute(
    {
      ...{ method: 'GET', url: `${quotes}/:id/pdf`, access, tag },
      summary: 'A quote that my company was sent, as a PDF',
      ...{ params: ById, response: Type.Unknown(), perMinute: 30 },
    },
    async (services, { params, session, reply }) => {
      if (!session) throw notFound('session');
      const { identity } = session;
      const { language } = await withContext(services, identity, callingReader);
      const quote = await withContext(services, inNameOf(identity), (ctx) => ownQuote(ctx, params.id));
      return sendPdf(reply, fileNameOf(quote), await printPdf(await printedFor(services, quote, language)));
    },
  ),
];
