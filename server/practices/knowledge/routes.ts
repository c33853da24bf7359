import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import { Id, Version } from '#shared/http.ts';
import {
  ArticleDiff,
  ArticleDiffQuery,
  ArticlePage,
  ArticleQuery,
  ArticleStep,
  ArticleVersion,
  ArticleVersionRow,
  ArticleView,
  CreateArticle,
  PublishArticle,
  ReturnArticle,
  ShowArticle,
  UpdateArticle,
} from '#shared/knowledge.ts';
import { publishArticle, redraftArticle, restoreArticle } from './publish.ts';
import { listArticles } from './query-list.ts';
import { diffOf, versionOf, versionsOf } from './query-versions.ts';
import { viewArticle } from './query-view.ts';
import { discardDraft, retireArticle, returnArticle, submitArticle } from './review.ts';
import { showArticle } from './show.ts';
import { createArticle, updateArticle } from './write.ts';

const tag = 'Knowledge';
const ById = Type.Object({ id: Id });
const ByNumber = Type.Object({ id: Id, number: Type.Integer({ minimum: 1, maximum: 1_000_000 }) });

const read = { method: 'GET', access: 'knowledge.view', tag } as const;
const write = { method: 'POST', access: 'knowledge.write', tag, params: ById, response: ArticleView } as const;
const publish = { ...write, access: 'knowledge.publish' } as const;

export const articleRoutes = [
  defineRoute(
    {
      ...read,
      url: '/api/v1/articles',
      summary: 'Articles, newest change first; with words, the best fit first. Retired ones only where asked for',
      query: ArticleQuery,
      response: ArticlePage,
    },
    (ctx, { query }) => listArticles(ctx, query),
  ),
  defineRoute(
    {
      ...read,
      method: 'POST',
      access: 'knowledge.write',
      url: '/api/v1/articles',
      summary: 'Write an article, as a draft that staff alone read',
      body: CreateArticle,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createArticle(ctx, body) }),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/articles/:id',
      summary: 'One article, with its draft',
      params: ById,
      response: ArticleView,
    },
    (ctx, { params }) => viewArticle(ctx, params.id),
  ),
  defineRoute(
    {
      ...write,
      method: 'PATCH',
      url: '/api/v1/articles/:id',
      summary: 'Change an article; another title or body is a draft until it is published',
      body: UpdateArticle,
    },
    async (ctx, { params, body }) => {
      await updateArticle(ctx, params.id, body);
      return viewArticle(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...write,
      method: 'PUT',
      url: '/api/v1/articles/:id/visibility',
      summary: 'Decide who reads an article; of what is in force, only with knowledge.publish',
      body: ShowArticle,
    },
    async (ctx, { params, body }) => {
      await showArticle(ctx, params.id, body);
      return viewArticle(ctx, params.id);
    },
  ),
  defineRoute(
    { ...write, url: '/api/v1/articles/:id/submit', summary: 'Send the draft for review', body: ArticleStep },
    async (ctx, { params, body }) => {
      await submitArticle(ctx, params.id, body);
      return viewArticle(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...write,
      url: '/api/v1/articles/:id/return',
      summary: 'Give the draft back from review, with what is to be changed',
      body: ReturnArticle,
    },
    async (ctx, { params, body }) => {
      await returnArticle(ctx, params.id, body);
      return viewArticle(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...write,
      url: '/api/v1/articles/:id/discard',
      summary: 'Throw the draft away; what is in force stays',
      body: ArticleStep,
    },
    async (ctx, { params, body }) => {
      await discardDraft(ctx, params.id, body);
      return viewArticle(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...publish,
      url: '/api/v1/articles/:id/publish',
      summary: 'Put the draft in force as the next version',
      body: PublishArticle,
    },
    async (ctx, { params, body }) => {
      await publishArticle(ctx, params.id, body);
      return viewArticle(ctx, params.id);
    },
  ),
  defineRoute(
    { ...publish, url: '/api/v1/articles/:id/retire', summary: 'Take an article out of use', body: ArticleStep },
    async (ctx, { params, body }) => {
      await retireArticle(ctx, params.id, body);
      return viewArticle(ctx, params.id);
    },
  ),
  defineRoute(
    { ...publish, url: '/api/v1/articles/:id/restore', summary: 'Bring a retired article back', body: ArticleStep },
    async (ctx, { params, body }) => {
      await restoreArticle(ctx, params.id, body);
      return viewArticle(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/articles/:id/versions',
      summary: 'What was published: when, by whom and why, newest first',
      params: ById,
      response: Type.Object({ items: Type.Array(ArticleVersionRow) }),
    },
    async (ctx, { params }) => ({ items: await versionsOf(ctx, params.id) }),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/articles/:id/versions/:number',
      summary: 'One version with its text',
      params: ByNumber,
      response: ArticleVersion,
    },
    (ctx, { params }) => versionOf(ctx, params.id, params.number),
  ),
  defineRoute(
    {
      ...write,
      url: '/api/v1/articles/:id/versions/:number/redraft',
      summary: 'Begin the next draft from an earlier version',
      params: ByNumber,
      body: Type.Object({ version: Version }),
    },
    async (ctx, { params, body }) => {
      await redraftArticle(ctx, params.id, { ...body, number: params.number });
      return viewArticle(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/articles/:id/diff',
      summary: 'What differs between two versions, or a version and the draft',
      params: ById,
      query: ArticleDiffQuery,
      response: ArticleDiff,
    },
    (ctx, { params, query }) => diffOf(ctx, params.id, query),
  ),
];
