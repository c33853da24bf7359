import Type from 'typebox';
import { Id, Instant, Nullable, OneOf, Page, PageQuery } from './http.ts';
import { ALL_KINDS } from './notification-words.ts';

export const NotificationQuery = Type.Object({
  ...PageQuery,
  unread: Type.Optional(Type.Boolean({ description: 'Only those that are new' })),
});

/** Something that concerns the reader, about a ticket, an article, a connection to another system, an improvement, a contract, a project or one's own time. */
const NotificationView = Type.Object({
  id: Id,
  kind: Type.String(),
  text: Type.String(),
  /** What it is about: one of these. */
  ticketKey: Nullable(Type.String()),
  articleId: Nullable(Id),
  connectorId: Nullable(Id),
  improvementId: Nullable(Id),
  contractId: Nullable(Id),
  projectId: Nullable(Id),
  ownPage: Nullable(OneOf(['time', 'expenses'])),
  quoteId: Nullable(Id),
  createdAt: Instant,
  readAt: Nullable(Instant),
});

export const ReadNotifications = Type.Object({
  ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 200, description: 'All of mine where none are named' })),
});

export const NotificationPage = Page(NotificationView);
export type NotificationPage = Type.Static<typeof NotificationPage>;

const Kind = OneOf(ALL_KINDS);

/** How somebody hears of one kind of thing. */
const NotificationPreference = Type.Object({
  kind: Kind,
  title: Type.String(),
  app: Type.Boolean(),
  mail: Type.Boolean(),
  always: Type.Boolean({ description: 'Cannot be switched off in the app' }),
  appOnly: Type.Boolean({ description: 'Is told in the app alone, never by mail' }),
});

export const NotificationPreferences = Type.Object({
  items: Type.Array(NotificationPreference),
  mailOn: Type.Boolean({ description: 'Whether this installation sends mail' }),
  address: Type.String({ description: 'Where my mail goes' }),
});
export type NotificationPreferences = Type.Static<typeof NotificationPreferences>;

export const ChangePreferences = Type.Object({
  items: Type.Array(
    Type.Object({ kind: Kind, app: Type.Optional(Type.Boolean()), mail: Type.Optional(Type.Boolean()) }),
    { minItems: 1, maxItems: 50 },
  ),
});
export type ChangePreferences = Type.Static<typeof ChangePreferences>;
