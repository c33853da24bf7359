import Type, { type Static } from 'typebox';
import { Language } from './client.ts';
import { Id, Instant, Name, Nullable, OneOf, Page, PageQuery, ShortText, Version } from './http.ts';
import { ARTICLE_STATES, ARTICLE_VISIBILITIES } from './knowledge-words.ts';
import { Named } from './ticket.ts';

const Html = Type.String({
  minLength: 1,
  maxLength: 200_000,
  description: 'HTML; pictures are <img src="/api/v1/article-files/{id}">, uploaded before',
});
const Day = Type.String({ format: 'date' });
const Clients = Type.Array(Id, { maxItems: 500, uniqueItems: true });

/** What holds for an article whatever its text is. */
const about = {
  language: Language,
  categoryId: Nullable(Id),
  serviceId: Nullable(Id),
  ownerId: Nullable(Id),
  reviewOn: Nullable(Day),
};
const reach = {
  visibility: OneOf(ARTICLE_VISIBILITIES),
  clientIds: Type.Array(Id, { maxItems: 500, uniqueItems: true, description: 'Whom it is for, with "chosen"' }),
};

export const CreateArticle = Type.Object({
  title: Name,
  body: Html,
  ...Type.Partial(Type.Object({ ...about, ...reach })).properties,
});
export type CreateArticle = Static<typeof CreateArticle>;

export const UpdateArticle = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object({ title: Name, body: Html, ...about })).properties,
});
export type UpdateArticle = Static<typeof UpdateArticle>;

export const ShowArticle = Type.Object({
  version: Version,
  visibility: reach.visibility,
  clientIds: Type.Optional(Clients),
});
export type ShowArticle = Static<typeof ShowArticle>;

export const ArticleStep = Type.Object({ version: Version });
export const PublishArticle = Type.Object({
  version: Version,
  note: Type.Optional(Type.String({ maxLength: 500, description: 'What is new in it, for whoever reads its history' })),
  reviewOn: Type.Optional(about.reviewOn),
});
export type PublishArticle = Static<typeof PublishArticle>;
export const ReturnArticle = Type.Object({
  version: Version,
  remark: Type.Optional(Type.String({ maxLength: 2_000, description: 'What is to be changed' })),
});
export type ReturnArticle = Static<typeof ReturnArticle>;

const Text = Type.Object({ title: Type.String(), body: Type.String({ description: 'Sanitised HTML' }) });
const ArticleDraft = Type.Object({
  ...Text.properties,
  updatedAt: Instant,
  updatedBy: Type.String(),
  remark: Type.String({ description: 'What a reviewer wants changed' }),
});

/** What is said of an article in a list. */
const row = {
  id: Id,
  title: Type.String(),
  state: OneOf(ARTICLE_STATES),
  draftState: Nullable(OneOf(['draft', 'in_review'])),
  visibility: reach.visibility,
  clients: Type.Array(Type.Object({ id: Id, name: Type.String() }), { description: 'Those that the reader sees' }),
  language: Type.String(),
  category: Nullable(Named),
  service: Nullable(Named),
  owner: Nullable(Named),
  reviewOn: Nullable(Day),
  overdue: Type.Boolean({ description: 'Its review is due, and it is in force' }),
  publishedAt: Nullable(Instant),
  updatedAt: Instant,
};
const measures = Type.Object({
  views: Type.Integer({ description: 'By people of clients that the reader sees, each once a day, and by visitors' }),
  staffViews: Type.Integer(),
  helpful: Type.Integer(),
  unhelpful: Type.Integer(),
  uses: Type.Integer({ description: 'Tickets it was linked to or answered with' }),
  typed: Type.Integer({ description: 'Times it was read while somebody typed what is wrong, a day ago or longer' }),
  deflected: Type.Integer({ description: 'Of these, those after which no ticket was logged within a day' }),
});
export const ArticleRow = Type.Object({
  ...row,
  measures,
  flags: Type.Integer({ description: 'How often it is said to be outdated, and nobody has seen to it' }),
  /** The piece around what was looked for. */
  found: Nullable(Type.String()),
});
export type ArticleRow = Static<typeof ArticleRow>;
export const ArticlePage = Type.Object({
  ...Page(ArticleRow).properties,
  words: Type.Array(Type.String(), { description: 'What was looked for, to be marked: folded' }),
});
export type ArticlePage = Static<typeof ArticlePage>;

export const ArticleQuery = Type.Object({
  ...PageQuery,
  q: Type.Optional(ShortText),
  state: Type.Optional(Type.Array(OneOf(ARTICLE_STATES), { maxItems: 4 })),
  visibility: Type.Optional(Type.Array(OneOf(ARTICLE_VISIBILITIES), { maxItems: 4 })),
  ownerId: Type.Optional(Id),
  categoryId: Type.Optional(Id),
  clientId: Type.Optional(Type.String({ format: 'uuid', description: 'Those that people of this client may read' })),
  flagged: Type.Optional(Type.Boolean({ description: 'Only those that somebody says are outdated' })),
  overdue: Type.Optional(Type.Boolean({ description: 'Only those whose review is due' })),
  pending: Type.Optional(Type.Boolean({ description: 'Only those with a draft that waits for review' })),
});
export type ArticleQuery = Static<typeof ArticleQuery>;

const ArticleFlag = Type.Object({
  id: Id,
  note: Type.String(),
  at: Instant,
  by: Type.String(),
  ticketKey: Nullable(Type.String()),
});
export const ArticleView = Type.Object({
  ...row,
  measures,
  flags: Type.Array(ArticleFlag, { description: 'What is said to be outdated, until somebody has seen to it' }),
  published: Nullable(Type.Object({ ...Text.properties, number: Type.Integer(), at: Instant, by: Type.String() })),
  draft: Nullable(ArticleDraft),
  may: Type.Object({
    write: Type.Boolean(),
    publish: Type.Boolean({ description: 'Also: decide who reads it, retire it' }),
  }),
  version: Version,
  createdAt: Instant,
});
export type ArticleView = Static<typeof ArticleView>;

export const ArticleVersionRow = Type.Object({
  number: Type.Integer(),
  title: Type.String(),
  note: Type.String(),
  at: Instant,
  by: Type.String(),
  visibility: reach.visibility,
  inForce: Type.Boolean(),
});
export type ArticleVersionRow = Static<typeof ArticleVersionRow>;
export const ArticleVersion = Type.Object({ ...ArticleVersionRow.properties, body: Type.String() });

const Which = Type.String({ pattern: '^([1-9][0-9]{0,8}|draft)$', description: 'The number of a version, or "draft"' });
export const ArticleDiffQuery = Type.Object({ before: Which, after: Which });
export type ArticleDiffQuery = Static<typeof ArticleDiffQuery>;
const DIFFERS = ['same', 'added', 'removed'] as const;
export const ArticleDiff = Type.Object({
  blocks: Type.Array(
    Type.Object({
      kind: OneOf([...DIFFERS, 'changed']),
      tag: OneOf(['title', 'text', 'heading', 'item', 'code', 'quote', 'picture']),
      parts: Type.Array(Type.Object({ kind: OneOf(DIFFERS), text: Type.String() })),
    }),
  ),
});
export type ArticleDiff = Static<typeof ArticleDiff>;

export const FlagArticle = Type.Object({
  note: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S', description: 'What is wrong with it' }),
  ticketId: Type.Optional(
    Type.String({ minLength: 3, maxLength: 60, description: 'On which ticket it was noticed: id or key' }),
  ),
});
export type FlagArticle = Static<typeof FlagArticle>;

export const ARTICLE_USES = ['linked', 'answered', 'made'] as const;
export const UseArticle = Type.Object({ articleId: Id, kind: OneOf(['linked', 'answered']) });
export type UseArticle = Static<typeof UseArticle>;

const beside = {
  id: Id,
  title: Type.String(),
  state: OneOf(ARTICLE_STATES),
  overdue: Type.Boolean(),
  flagged: Type.Boolean(),
  readable: Type.Boolean({ description: 'The ticket’s people may read it in the portal' }),
};
export const TicketArticles = Type.Object({
  used: Type.Array(Type.Object({ ...beside, kind: OneOf(ARTICLE_USES), at: Instant, by: Type.String() }), {
    description: 'What it was answered with, linked to, or what was written from it',
  }),
  suggested: Type.Array(
    Type.Object({ ...beside, opening: Type.String({ description: 'How it begins' }), why: Type.String() }),
  ),
  readBefore: Type.Array(Type.Object({ ...beside, at: Instant }), {
    description: 'What its requester read in the day before it was logged',
  }),
});
export type TicketArticles = Static<typeof TicketArticles>;

/** What a client's people, and whoever is not signed in, see of an article. */
const shown = {
  id: Id,
  title: Type.String(),
  language: Type.String(),
  category: Nullable(Type.String()),
  updatedAt: Instant,
};
export const PortalArticleRow = Type.Object({
  ...shown,
  piece: Type.String({ description: 'Where the words stand, or how it begins' }),
});
export type PortalArticleRow = Static<typeof PortalArticleRow>;
export const PortalArticlePage = Type.Object({
  ...Page(PortalArticleRow).properties,
  words: Type.Array(Type.String()),
});
export const PortalArticleQuery = Type.Object({ ...PageQuery, q: Type.Optional(ShortText) });
export type PortalArticleQuery = Static<typeof PortalArticleQuery>;
export const PortalSuggestions = Type.Object({ items: Type.Array(PortalArticleRow), words: Type.Array(Type.String()) });
export const PortalArticle = Type.Object({
  ...shown,
  body: Type.String({ description: 'Sanitised HTML' }),
  vote: Nullable(Type.Boolean({ description: 'Whether the reader said that it helped' })),
});
export type PortalArticle = Static<typeof PortalArticle>;

export const ArticleFile = Type.Object({ id: Id, name: Type.String(), mediaType: Type.String(), size: Type.Integer() });
