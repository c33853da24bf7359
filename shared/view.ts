import Type, { type Static } from 'typebox';
import { Counted, Id, Name, Nullable, Version } from './http.ts';
import { Named } from './ticket.ts';
import { TicketFilterBody, TicketOrder } from './ticket-filter.ts';

/** What a view finds: the fields of the list's filter, "me" and "mine" meaning whoever looks. */
const Filter = TicketFilterBody;
const Columns = Type.Array(Type.String({ pattern: '^[a-z][A-Za-z_]{0,39}$' }), { maxItems: 30, uniqueItems: true });
const Position = Type.Integer({ minimum: 0, maximum: 10_000 });

export const CreateView = Type.Object({
  name: Name,
  filter: Filter,
  sort: Type.Optional(TicketOrder),
  /** Names of the table's columns in their order; empty: those that the table shows by itself. */
  columns: Type.Optional(Columns),
  shared: Type.Optional(Type.Boolean()),
  position: Type.Optional(Position),
});
export type CreateView = Static<typeof CreateView>;

export const UpdateView = Type.Object({
  version: Version,
  name: Type.Optional(Name),
  filter: Type.Optional(Filter),
  sort: Type.Optional(TicketOrder),
  columns: Type.Optional(Columns),
  shared: Type.Optional(Type.Boolean()),
  position: Type.Optional(Position),
});
export type UpdateView = Static<typeof UpdateView>;

export const SavedView = Type.Object({
  id: Id,
  name: Type.String(),
  filter: Filter,
  sort: TicketOrder,
  columns: Type.Array(Type.String()),
  shared: Type.Boolean(),
  /** Null for the views that come with the program. */
  owner: Nullable(Named),
  /** Whether the caller may change and delete it. */
  editable: Type.Boolean(),
  position: Type.Integer(),
  version: Version,
});
export type SavedView = Static<typeof SavedView>;

export const ViewCount = Type.Object({ id: Id, ...Counted.properties });
export type ViewCount = Static<typeof ViewCount>;
