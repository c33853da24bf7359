import Type from 'typebox';
import { type Ctx, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import { PortalArticle, PortalArticlePage, PortalArticleQuery, PortalSuggestions } from '#shared/knowledge.ts';
import { listShown, shownArticle, suggestShown } from './query-portal.ts';
import { noteRead, noteVisit, vote } from './read.ts';
import { COUNTER, VISITOR } from './visitor.ts';

const ById = Type.Object({ id: Id });
const own = { access: 'contact', tag: 'Portal' } as const;

/** Whoever is not signed in reads what is public. */
const open = { access: 'public', tag: 'Portal', method: 'GET' } as const;

export const portalArticleRoutes = [
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/knowledge',
      summary: 'Articles that I may read; with words, the best fit first',
      query: PortalArticleQuery,
      response: PortalArticlePage,
    },
    (ctx, { query }) => listShown(ctx, query),
  ),
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/knowledge/suggestions',
      summary: 'Articles that may help, from what is being typed',
      query: Type.Object({ q: Type.String({ maxLength: 2_000 }) }),
      response: PortalSuggestions,
    },
    (ctx, { query }) => suggestShown(ctx, query.q),
  ),
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/knowledge/:id',
      summary: 'One of them',
      params: ById,
      response: PortalArticle,
    },
    (ctx, { params }) => shownArticle(ctx, params.id),
  ),
  defineRoute(
    {
      ...own,
      method: 'POST',
      url: '/api/v1/portal/knowledge/:id/reads',
      summary:
        'Say that I read it; "typed" while saying what is wrong, so that it is counted whether it spared a ticket',
      params: ById,
      body: Type.Object({ typed: Type.Optional(Type.Boolean()) }),
      response: Nothing,
      status: 204,
    },
    async (ctx: Ctx, { params, body }) => {
      await noteRead(ctx, params.id, body.typed ?? false);
      return null;
    },
  ),
  defineRoute(
    {
      ...own,
      method: 'PUT',
      url: '/api/v1/portal/knowledge/:id/vote',
      summary: 'Say whether it helped',
      params: ById,
      body: Type.Object({ helpful: Type.Boolean() }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await vote(ctx, params.id, body.helpful);
      return null;
    },
  ),
  defineFreeRoute(
    {
      ...open,
      url: '/api/v1/public/knowledge',
      summary: 'Articles that everybody may read, without signing in',
      query: PortalArticleQuery,
      response: PortalArticlePage,
    },
    (services, { query }) => withContext(services, VISITOR, (ctx) => listShown(ctx, query)),
  ),
  defineFreeRoute(
    {
      ...open,
      url: '/api/v1/public/knowledge/:id',
      summary: 'One of them',
      params: ById,
      response: PortalArticle,
    },
    async (services, { params }) => {
      const article = await withContext(services, VISITOR, (ctx) => shownArticle(ctx, params.id));
      await withContext(services, COUNTER, (ctx) => noteVisit(ctx, params.id, 'visitor'));
      return article;
    },
  ),
];
