import Type, { type Static } from 'typebox';
import { ATTRIBUTE_TYPES, IDENTIFIER_KINDS, ITEM_STATES, SOURCE_KINDS } from './estate-words.ts';
import { Id, Instant, Name, Nullable, OneOf, Page, PageQuery, Version } from './http.ts';
import { Named } from './ticket.ts';

export const ClassKey = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$', description: 'The key of a class' });
const AttributeKey = Type.String({ pattern: '^[a-z][A-Za-z0-9_]{0,39}$' });
const Day = Type.String({ format: 'date' });

/** An attribute that a class adds to those it inherits. */
export const ClassAttribute = Type.Object({
  key: AttributeKey,
  name: Name,
  type: OneOf(ATTRIBUTE_TYPES),
  unit: Type.Optional(Type.String({ maxLength: 20 })),
  help: Type.Optional(Type.String({ maxLength: 500 })),
  options: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 100 })),
  ends: Type.Optional(Type.Boolean({ description: 'A day on which something ends: listed, and told of beforehand' })),
  remindDays: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 730, description: 'How many days before it ends a ticket is opened' }),
  ),
});
export type ClassAttribute = Static<typeof ClassAttribute>;

export const ClassView = Type.Object({
  key: ClassKey,
  parentKey: Nullable(ClassKey),
  name: Type.String(),
  active: Type.Boolean(),
  builtIn: Type.Boolean(),
  version: Type.Integer(),
  attributes: Type.Array(ClassAttribute),
  inherited: Type.Array(Type.Object({ ...ClassAttribute.properties, from: ClassKey })),
});
export type ClassView = Static<typeof ClassView>;
export const ClassList = Type.Object({ items: Type.Array(ClassView) });

export const CreateClass = Type.Object({
  key: ClassKey,
  parentKey: ClassKey,
  name: Name,
  attributes: Type.Optional(Type.Array(ClassAttribute, { maxItems: 100 })),
});
export type CreateClass = Static<typeof CreateClass>;
export const UpdateClass = Type.Object({
  version: Version,
  name: Type.Optional(Name),
  active: Type.Optional(Type.Boolean()),
  attributes: Type.Optional(Type.Array(ClassAttribute, { maxItems: 100 })),
});
export type UpdateClass = Static<typeof UpdateClass>;

export const ItemValue = Nullable(Type.Union([Type.String({ maxLength: 2_000 }), Type.Number(), Type.Boolean()]));
const Values = Type.Record(AttributeKey, ItemValue, {
  maxProperties: 200,
  description: 'By attribute: a value said by hand, or null for what the other sources say',
});

const fields = {
  name: Name,
  classKey: ClassKey,
  state: OneOf(ITEM_STATES),
  assetTag: Type.String({ maxLength: 60, description: 'What stands on its label; one of its kind at the client' }),
  siteId: Nullable(Id),
  contactId: Nullable(Id),
  serviceId: Nullable(Id),
  attributes: Values,
};
export const CreateEstateItem = Type.Object({
  clientId: Id,
  name: fields.name,
  classKey: fields.classKey,
  ...Type.Partial(Type.Omit(Type.Object(fields), ['name', 'classKey'])).properties,
});
export type CreateEstateItem = Static<typeof CreateEstateItem>;
export const UpdateEstateItem = Type.Object({ version: Version, ...Type.Partial(Type.Object(fields)).properties });
export type UpdateEstateItem = Static<typeof UpdateEstateItem>;

/** How the warranty of an item stands. */
export const WARRANTIES = ['ended', 'ending', 'unknown'] as const;
/** The orders in which items are listed. */
export const ITEM_SORTS = ['name', 'class', 'seen', 'warranty'] as const;
export type ItemSort = (typeof ITEM_SORTS)[number];
export const ItemFilter = Type.Object({
  q: Type.Optional(
    Type.String({ maxLength: 200, description: 'A piece of the name, or the asset tag or an identifier' }),
  ),
  clientId: Type.Optional(Id),
  classKey: Type.Optional(Type.String({ maxLength: 40, description: 'With the classes below it' })),
  state: Type.Optional(Type.Array(OneOf(ITEM_STATES), { maxItems: 7 })),
  siteId: Type.Optional(Id),
  contactId: Type.Optional(Id),
  usedBy: Type.Optional(
    Type.String({
      format: 'uuid',
      description: 'A contact: what is theirs, and what is nobody’s but was last used by somebody of their name',
    }),
  ),
  online: Type.Optional(Type.Boolean()),
  sourceId: Type.Optional(Type.String({ format: 'uuid', description: 'Told of by this connector or key' })),
  gone: Type.Optional(Type.Boolean({ description: 'No source lists it any more' })),
  /** Ended before today, ends within 90 days, or nothing is known of it. */
  warranty: Type.Optional(OneOf(WARRANTIES)),
  id: Type.Optional(Type.Array(Id, { maxItems: 200, description: 'Of these alone' })),
});
export type ItemFilter = Static<typeof ItemFilter>;
const Sort = Type.Optional(
  Type.Unsafe<ItemSort>({
    ...OneOf(ITEM_SORTS),
    description: 'Seen last first, or the warranty that ends first; what has neither comes after',
  }),
);
export const ItemTableQuery = Type.Object({ ...ItemFilter.properties, sort: Sort });
export type ItemTableQuery = Static<typeof ItemTableQuery>;
export const ItemQuery = Type.Object({ ...PageQuery, ...ItemTableQuery.properties });
export type ItemQuery = Static<typeof ItemQuery>;
export const ItemsTable = Type.Object({
  csv: Type.String(),
  items: Type.Integer(),
  more: Type.Boolean({ description: 'More were found than stand in the table: at most 10,000 do' }),
});
export type ItemsTable = Static<typeof ItemsTable>;

const row = {
  id: Id,
  client: Named,
  name: Type.String(),
  classKey: ClassKey,
  className: Type.String(),
  state: OneOf(ITEM_STATES),
  assetTag: Type.String(),
  site: Nullable(Named),
  contact: Nullable(Named),
  online: Nullable(Type.Boolean()),
  lastSeenAt: Nullable(Instant),
  lastUser: Type.String(),
  inMaintenance: Type.Boolean(),
  manufacturer: Type.String(),
  model: Type.String(),
  serial: Type.String(),
  warrantyUntil: Nullable(Day),
  purchasedOn: Nullable(Day),
};
export const EstateItemRow = Type.Object(row);
export type EstateItemRow = Static<typeof EstateItemRow>;
export const EstateItemPage = Page(EstateItemRow);

export const ItemSource = Type.Object({
  id: Id,
  kind: OneOf(SOURCE_KINDS),
  sourceId: Nullable(Id),
  name: Type.String(),
  externalId: Type.String(),
  matchedBy: Type.String({ description: 'By what it was known to be this item; "new" where it made the item' }),
  firstAt: Instant,
  seenAt: Instant,
  goneAt: Nullable(Instant),
  openUrl: Nullable(Type.String()),
  remoteUrl: Nullable(Type.String()),
  attributes: Type.Record(Type.String(), ItemValue),
});

/** An attribute of an item with all that is said of it; the first holds. */
export const ItemAttribute = Type.Object({
  key: Type.String(),
  name: Type.String(),
  type: OneOf(ATTRIBUTE_TYPES),
  unit: Nullable(Type.String()),
  help: Nullable(Type.String()),
  options: Type.Array(Type.String()),
  value: ItemValue,
  said: Type.Array(Type.Object({ by: Type.String(), kind: OneOf(SOURCE_KINDS), value: ItemValue, at: Instant })),
});
export type ItemAttribute = Static<typeof ItemAttribute>;

export const RelatedItem = Type.Object({
  id: Id,
  kind: Type.String(),
  words: Type.String({ description: 'Read from this item: depends on, is needed by' }),
  outward: Type.Boolean(),
  by: OneOf(SOURCE_KINDS),
  item: Type.Object({ id: Id, name: Type.String(), className: Type.String(), state: OneOf(ITEM_STATES) }),
});

export const EstateItemView = Type.Object({
  ...row,
  version: Type.Integer(),
  createdAt: Instant,
  updatedAt: Instant,
  service: Nullable(Named),
  mergedInto: Nullable(Id),
  identifiers: Type.Array(Type.Object({ kind: OneOf(IDENTIFIER_KINDS), value: Type.String() })),
  attributes: Type.Array(ItemAttribute),
  sources: Type.Array(ItemSource),
  relations: Type.Array(RelatedItem),
  sections: Type.Array(
    Type.Object({
      section: Type.String(),
      by: Type.String(),
      at: Instant,
      records: Type.Array(Type.Record(Type.String(), ItemValue)),
    }),
  ),
  softwareCount: Type.Integer(),
  ends: Type.Array(Type.Object({ attribute: Type.String(), name: Type.String(), on: Day })),
  bookValue: Nullable(Type.Object({ value: Type.Integer({ description: 'Minor units' }), currency: Type.String() })),
  nextStates: Type.Array(OneOf(ITEM_STATES)),
});
export type EstateItemView = Static<typeof EstateItemView>;

export const SoftwareQuery = Type.Object({ ...PageQuery, q: Type.Optional(Type.String({ maxLength: 200 })) });
export const SoftwarePage = Page(
  Type.Object({
    id: Type.String({ description: 'Of this line, in this list alone' }),
    name: Type.String(),
    version: Type.String(),
    publisher: Type.String(),
    installedOn: Nullable(Day),
    by: Type.String(),
  }),
);

export const HistoryQuery = Type.Object({
  ...PageQuery,
  attribute: Type.Optional(Type.String({ maxLength: 60, description: 'What changed this attribute alone' })),
});
export const ItemHistory = Page(
  Type.Object({
    id: Id,
    at: Instant,
    type: Type.String(),
    by: Type.String(),
    source: Nullable(Type.String()),
    changes: Type.Array(
      Type.Object({ attribute: Type.String(), name: Type.String(), before: ItemValue, after: ItemValue }),
    ),
    words: Type.String(),
    why: Nullable(Type.String({ description: 'Why the program changed it by itself' })),
  }),
);

export const Duplicate = Type.Object({
  id: Id,
  client: Named,
  state: OneOf(['proposed', 'merged', 'dismissed']),
  kept: EstateItemRow,
  other: EstateItemRow,
  why: Type.Array(Type.Object({ kind: OneOf(IDENTIFIER_KINDS), value: Type.String() })),
  decidedBy: Type.String(),
  decidedAt: Nullable(Instant),
  createdAt: Instant,
});
export const DuplicatePage = Page(Duplicate);
export const DuplicateQuery = Type.Object({
  ...PageQuery,
  clientId: Type.Optional(Id),
  state: Type.Optional(OneOf(['proposed', 'merged', 'dismissed'])),
});
export type DuplicateQuery = Static<typeof DuplicateQuery>;
export const JoinItems = Type.Object({ otherId: Id });
export const DecideDuplicate = Type.Object({
  merge: Type.Boolean({ description: 'true: they are one; false: they are two' }),
  keep: Type.Optional(Id),
});
export type DecideDuplicate = Static<typeof DecideDuplicate>;

export const TicketItems = Type.Object({
  items: Type.Array(
    Type.Object({
      ...row,
      linkedAt: Instant,
      openTickets: Type.Integer(),
      remoteUrl: Nullable(Type.String()),
      openUrl: Nullable(Type.String()),
    }),
  ),
});
export type TicketItems = Static<typeof TicketItems>;
export const ItemTickets = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      key: Type.String(),
      title: Type.String(),
      kind: Type.String(),
      status: Type.String(),
      isOpen: Type.Boolean(),
      createdAt: Instant,
    }),
  ),
});
export type ItemTickets = Static<typeof ItemTickets>;
export const LinkItem = Type.Object({ itemId: Id });
export const BeginRemote = Type.Object({ itemId: Id });
export type BeginRemote = Static<typeof BeginRemote>;

export const ExpiryQuery = Type.Object({
  ...PageQuery,
  clientId: Type.Optional(Id),
  withinDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 3_660 })),
});
export type ExpiryQuery = Static<typeof ExpiryQuery>;
export const ExpiryPage = Page(
  Type.Object({
    item: Type.Object({ id: Id, name: Type.String(), className: Type.String(), state: OneOf(ITEM_STATES) }),
    client: Named,
    attribute: Type.String(),
    name: Type.String(),
    on: Day,
    remindDays: Nullable(Type.Integer()),
    ticket: Nullable(Type.Object({ id: Id, key: Type.String() })),
  }),
);

export const ChangeItems = Type.Object({
  ids: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
  ...Type.Partial(Type.Object({ state: fields.state, siteId: fields.siteId, contactId: fields.contactId })).properties,
});
export type ChangeItems = Static<typeof ChangeItems>;
export const ChangedItem = Type.Object({
  id: Id,
  name: Type.String({ description: 'Empty where there is no such item' }),
  outcome: OneOf(['changed', 'unchanged', 'refused']),
  detail: Type.String({ description: 'Why it was refused' }),
});
export type ChangedItem = Static<typeof ChangedItem>;
export const ChangedItems = Type.Object({ items: Type.Array(ChangedItem) });

/** What lies in stock or is on order, by class, client and site. */
export const Stock = Type.Object({
  items: Type.Array(
    Type.Object({
      classKey: ClassKey,
      className: Type.String(),
      client: Named,
      site: Nullable(Named),
      inStock: Type.Integer(),
      onOrder: Type.Integer(),
    }),
  ),
});
export type Stock = Static<typeof Stock>;

/** How many items of each class there are, not counting those of classes below it. */
export const ItemCounts = Type.Object({
  items: Type.Array(Type.Object({ classKey: ClassKey, className: Type.String(), items: Type.Integer() })),
});
export type ItemCounts = Static<typeof ItemCounts>;

export const BaselineRow = Type.Object({
  id: Id,
  name: Type.String(),
  madeBy: Type.String(),
  items: Type.Integer(),
  createdAt: Instant,
});
export const BaselineList = Type.Object({ items: Type.Array(BaselineRow) });
export const CreateBaseline = Type.Object({ name: Name });
export const Drift = Type.Object({
  baseline: BaselineRow,
  items: Type.Array(
    Type.Object({
      itemId: Id,
      name: Type.String(),
      className: Type.String(),
      what: OneOf(['added', 'gone', 'changed']),
      changes: Type.Array(
        Type.Object({ attribute: Type.String(), name: Type.String(), before: ItemValue, after: ItemValue }),
      ),
    }),
  ),
  more: Type.Boolean({ description: 'There are more than are listed' }),
});
export type Drift = Static<typeof Drift>;

export const LicencePosition = Type.Object({
  item: Type.Object({ id: Id, name: Type.String() }),
  client: Named,
  product: Type.String(),
  metric: Type.String(),
  seats: Type.Integer(),
  installed: Type.Integer(),
  expiresOn: Nullable(Day),
});
export const LicencePositions = Type.Object({ items: Type.Array(LicencePosition) });
export type LicencePosition = Static<typeof LicencePosition>;
