import Type from 'typebox';
import { Id, Instant, Nullable, Page, PageQuery } from './http.ts';

export const NotificationQuery = Type.Object(PageQuery);

/** Something that concerns the reader, about a ticket. */
const NotificationView = Type.Object({
  id: Id,
  kind: Type.String(),
  text: Type.String(),
  ticketKey: Type.String(),
  createdAt: Instant,
  readAt: Nullable(Instant),
});

export const ReadNotifications = Type.Object({
  ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 200, description: 'All of mine where none are named' })),
});

export const NotificationPage = Page(NotificationView);
export type NotificationPage = Type.Static<typeof NotificationPage>;
