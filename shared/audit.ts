import Type, { type Static } from 'typebox';
import { Id, Instant, Nullable, OneOf, Page, PageQuery } from './http.ts';

const Word = Type.String({ pattern: '^[a-z][a-z_.]{0,59}$' });

/** One thing that happened: who did what to which subject, and what changed. */
export const AuditEntry = Type.Object({
  id: Id,
  at: Instant,
  type: Type.String({ description: 'Such as ticket.assigned' }),
  subject: Type.Object({
    type: Type.String(),
    id: Id,
    label: Nullable(Type.String({ description: 'The key of a ticket, or the name of what it was' })),
  }),
  client: Nullable(Type.Object({ id: Id, name: Type.String() })),
  actor: Type.Object({ kind: Type.String(), id: Nullable(Id), name: Type.String() }),
  onBehalfOf: Nullable(Id),
  requestId: Type.String({ description: 'Of the request that caused it; the log has the same' }),
  visibility: OneOf(['public', 'internal']),
  changes: Type.Record(Type.String(), Type.Unknown(), { description: 'Each field: before and after' }),
  data: Type.Record(Type.String(), Type.Unknown()),
});
export type AuditEntry = Static<typeof AuditEntry>;
export const AuditPage = Page(AuditEntry);

export const AuditQuery = Type.Object({
  ...PageQuery,
  type: Type.Optional(
    Type.Array(Word, { maxItems: 20, description: 'ticket.assigned, or ticket for everything about tickets' }),
  ),
  subjectType: Type.Optional(Word),
  subjectId: Type.Optional(Id),
  actorId: Type.Optional(Type.String({ ...Id, description: 'Whoever did it; signing in counts as one’s own' })),
  people: Type.Optional(
    Type.Boolean({ description: 'Only what people did, by themselves or by a key, and their signing in' }),
  ),
  clientId: Type.Optional(Id),
  after: Type.Optional(Instant),
  before: Type.Optional(Instant),
});
export type AuditQuery = Static<typeof AuditQuery>;
