import Type from 'typebox';
import { type Ctx, callingContact, inNameOf } from '#platform/context/index.ts';
import { defineRoute } from '#platform/http/index.ts';
import { callingReader, inWordsOf, type Say } from '#platform/words/index.ts';
import { Id, Nullable } from '#shared/http.ts';
import { CatalogueCard, CatalogueItem, OrderBody, PortalRequest, QuoteView, RequestMade } from '#shared/request.ts';
import { Named, TicketRef } from '#shared/ticket.ts';
import { orderAgain } from './again.ts';
import { cardsFor, itemView } from './cards.ts';
import { colleaguesOf } from './colleagues.ts';
import { placeOrder } from './order.ts';
import { type Orderer, quote } from './quote.ts';
import { cardSaid, itemSaid, quoteSaid } from './said.ts';
import { portalRequest } from './view.ts';

const tag = 'Portal';
const own = { access: 'contact', tag } as const;

/** The caller at their client. */
function orderer(ctx: Ctx): Orderer {
  const { clientId, contactId } = callingContact(ctx);
  return { clientId, requesterId: contactId };
}

/** What the caller is shown, in their words. */
const said = async <T>(ctx: Ctx, view: T, inWords: (view: T, say: Say) => T): Promise<T> =>
  inWordsOf(ctx, await callingReader(ctx), (say) => inWords(view, say));

export const portalRequestRoutes = [
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/catalogue',
      summary: 'What I may ask for',
      response: Type.Object({ items: Type.Array(CatalogueCard) }),
    },
    async (ctx) => ({
      items: await said(ctx, await cardsFor(ctx, orderer(ctx)), (cards, say) =>
        cards.map((card) => cardSaid(card, say)),
      ),
    }),
  ),
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/catalogue/:catalogueItemId',
      summary: 'One of these, with its form',
      params: Type.Object({ catalogueItemId: Id }),
      response: CatalogueItem,
    },
    async (ctx, { params }) => said(ctx, await itemView(ctx, orderer(ctx), params.catalogueItemId), itemSaid),
  ),
  defineRoute(
    {
      ...own,
      method: 'POST',
      url: '/api/v1/portal/requests/quote',
      under: inNameOf,
      summary: 'What an order would cost, who would be asked, and when it would be there; makes nothing',
      body: OrderBody,
      response: QuoteView,
    },
    async (ctx, { body }) => said(ctx, await quote(ctx, orderer(ctx), body), quoteSaid),
  ),
  defineRoute(
    {
      ...own,
      method: 'POST',
      url: '/api/v1/portal/requests',
      under: inNameOf,
      summary: 'Order something from the catalogue',
      body: OrderBody,
      response: RequestMade,
      status: 201,
    },
    async (ctx, { body }) => {
      const { id, key, title } = await placeOrder(ctx, orderer(ctx), body, { source: 'portal' });
      return { id, key, title };
    },
  ),
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/tickets/:idOrKey/request',
      summary: 'What one of my tickets asks for, who decides about it, and how far it is',
      params: TicketRef,
      response: Type.Object({ request: Nullable(PortalRequest) }),
    },
    async (ctx, { params }) => ({ request: await portalRequest(ctx, params.idOrKey) }),
  ),
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/tickets/:idOrKey/request/again',
      under: inNameOf,
      summary:
        'What I asked for and was not given, as an order for the item as it is now; null where I cannot ask again',
      params: TicketRef,
      response: Type.Object({ order: Nullable(OrderBody) }),
    },
    async (ctx, { params }) => ({ order: await orderAgain(ctx, params.idOrKey) }),
  ),
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/colleagues',
      under: inNameOf,
      summary: 'People of my company: the first with a piece of text in their name, or all',
      query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) }),
      response: Type.Object({ items: Type.Array(Named) }),
    },
    async (ctx, { query }) => ({ items: await colleaguesOf(ctx, orderer(ctx).clientId, query.q) }),
  ),
];
