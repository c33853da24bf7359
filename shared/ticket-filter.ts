import Type, { type Static } from 'typebox';
import { Id, Instant, OneOf, PageQuery } from './http.ts';
import { Priority, StatusKey, Tag } from './ticket.ts';
import { HOLD_REASONS, SOURCES, TICKET_KINDS } from './vocabulary.ts';

/** The order of a list. Without one it is by the last change, or by when they were resolved where the filter says when. */
export const TicketOrder = OneOf(['updated', 'created', 'priority', 'due', 'resolved']);
/** Filters of lists and saved views; several values of one field mean "any of". */
export const TicketFilterQuery = Type.Object({
  ...PageQuery,
  q: Type.Optional(Type.String({ maxLength: 200 })),
  kind: Type.Optional(Type.Array(OneOf(TICKET_KINDS), { maxItems: 5 })),
  status: Type.Optional(
    Type.Array(StatusKey, { maxItems: 20, description: 'Status keys or categories; "open" means not yet resolved' }),
  ),
  holdReason: Type.Optional(Type.Array(OneOf(HOLD_REASONS), { maxItems: 10 })),
  clientId: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  requesterId: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  assigneeId: Type.Optional(
    Type.Array(Type.String({ pattern: '^(me|none|[0-9a-f-]{36})$' }), {
      maxItems: 50,
      description: 'Ids, "me" or "none"',
    }),
  ),
  teamId: Type.Optional(
    Type.Array(Type.String({ pattern: '^(mine|none|[0-9a-f-]{36})$' }), {
      maxItems: 50,
      description: 'Ids, "mine" or "none"',
    }),
  ),
  priority: Type.Optional(Type.Array(Priority, { maxItems: 5 })),
  categoryId: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  serviceId: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  source: Type.Optional(Type.Array(OneOf(SOURCES), { maxItems: 10 })),
  tag: Type.Optional(Type.Array(Tag, { maxItems: 20 })),
  custom: Type.Optional(
    Type.Array(Type.String({ maxLength: 300, pattern: '^[a-z][a-z0-9_]*:.*$' }), {
      maxItems: 10,
      description: 'field:value',
    }),
  ),
  parentId: Type.Optional(Id),
  due: Type.Optional(OneOf(['overdue', 'hour', 'today', 'week', 'none'])),
  watching: Type.Optional(Type.Boolean()),
  unread: Type.Optional(Type.Boolean()),
  vip: Type.Optional(Type.Boolean({ description: 'Whether its requester is a VIP' })),
  createdAfter: Type.Optional(Instant),
  createdBefore: Type.Optional(Instant),
  updatedAfter: Type.Optional(Instant),
  updatedBefore: Type.Optional(Instant),
  resolvedAfter: Type.Optional(Instant),
  resolvedBefore: Type.Optional(Instant),
  sort: Type.Optional(TicketOrder),
});
export type TicketFilterQuery = Static<typeof TicketFilterQuery>;
const { limit: _limit, cursor: _cursor, sort: _sort, ...filterFields } = TicketFilterQuery.properties;
/** The filter alone, as a body or a saved view has it. */
export const TicketFilterBody = Type.Object(filterFields);
export type TicketFilter = Omit<TicketFilterQuery, 'limit' | 'cursor' | 'sort'>;
export type TicketSort = NonNullable<TicketFilterQuery['sort']>;
