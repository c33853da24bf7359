import Type, { type Static } from 'typebox';
import { ApprovalTermsShape, MoneyShape, Role } from './approval.ts';
import { AUDIENCES, ITEM_ICONS } from './catalogue-words.ts';
import { FormCondition, FormShape } from './form.ts';
import { Id, Instant, Name, Nullable, OneOf, Version } from './http.ts';

const Key = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' });
const Days = Nullable(Type.Integer({ minimum: 0, maximum: 365 }));

/** What an item says, as data. */
export const ItemTermsShape = Type.Object({
  name: Name,
  summary: Type.String({ maxLength: 200 }),
  description: Type.String({ maxLength: 5_000 }),
  icon: OneOf(ITEM_ICONS),
  heading: Type.String({ maxLength: 60 }),
  form: FormShape,
  price: Nullable(MoneyShape),
  deliveryDays: Days,
  approval: Nullable(ApprovalTermsShape),
  plan: Type.Array(
    Type.Object({
      key: Key,
      title: Name,
      teamId: Nullable(Id),
      staffId: Nullable(Id),
      after: Type.Array(Key, { maxItems: 40 }),
      olaMinutes: Nullable(Type.Integer({ minimum: 1, maximum: 525_600 })),
      when: Nullable(FormCondition),
    }),
    { maxItems: 40 },
  ),
  parts: Type.Array(Type.Object({ itemId: Id, when: Nullable(FormCondition) }), { maxItems: 20 }),
  routes: Type.Array(Type.Object({ when: Nullable(FormCondition), teamId: Id }), { maxItems: 20 }),
  categoryId: Nullable(Id),
  serviceId: Nullable(Id),
});
export type ItemTermsBody = Static<typeof ItemTermsShape>;

const audience = {
  audience: OneOf(AUDIENCES),
  groupIds: Type.Array(Id, { maxItems: 100, uniqueItems: true }),
  clientIds: Type.Array(Id, { maxItems: 500, uniqueItems: true }),
  roles: Type.Array(Role, {
    maxItems: 20,
    uniqueItems: true,
    description: 'Of people at the client; empty: everybody',
  }),
};

export const CatalogueItemRow = Type.Object({
  id: Id,
  name: Type.String(),
  heading: Type.String(),
  icon: OneOf(ITEM_ICONS),
  ...audience,
  price: Nullable(MoneyShape),
  needsApproval: Type.Boolean({ description: 'By a policy of its own' }),
  published: Nullable(Type.Integer({ description: 'Number of the version that is offered' })),
  draft: Type.Boolean(),
  active: Type.Boolean(),
  bundle: Type.Boolean(),
  version: Version,
});
export type CatalogueItemRow = Static<typeof CatalogueItemRow>;

export const CatalogueItemView = Type.Object({
  id: Id,
  ...audience,
  active: Type.Boolean(),
  draft: Nullable(ItemTermsShape),
  current: Nullable(Type.Object({ number: Type.Integer(), terms: ItemTermsShape })),
  versions: Type.Array(
    Type.Object({
      number: Type.Integer(),
      note: Type.String(),
      publishedAt: Instant,
      publishedBy: Nullable(Type.String()),
    }),
  ),
  version: Version,
});
export type CatalogueItemView = Static<typeof CatalogueItemView>;

export const CreateCatalogueItem = Type.Object({
  terms: ItemTermsShape,
  ...Type.Partial(Type.Object(audience)).properties,
});
export type CreateCatalogueItem = Static<typeof CreateCatalogueItem>;
export const SaveItem = Type.Object({
  version: Version,
  terms: Type.Optional(ItemTermsShape),
  active: Type.Optional(Type.Boolean()),
  ...Type.Partial(Type.Object(audience)).properties,
});
export type SaveItem = Static<typeof SaveItem>;
export const PublishItem = Type.Object({ version: Version, note: Type.Optional(Type.String({ maxLength: 500 })) });

/** What differs for a group or a client; a field that is absent is inherited. */
export const OfferTermsShape = Type.Object({
  price: Type.Optional(Nullable(MoneyShape)),
  deliveryDays: Type.Optional(Days),
  approval: Type.Optional(Nullable(ApprovalTermsShape)),
  offered: Type.Optional(Type.Boolean()),
});
export const OfferView = Type.Object({
  id: Id,
  client: Nullable(Type.Object({ id: Id, name: Type.String() })),
  group: Nullable(Type.Object({ id: Id, name: Type.String() })),
  terms: OfferTermsShape,
  version: Version,
});
export type OfferView = Static<typeof OfferView>;
export const PutOffer = Type.Object({
  clientId: Type.Optional(Id),
  groupId: Type.Optional(Id),
  terms: OfferTermsShape,
  /** Of the offer that is replaced; absent where there is none yet. */
  version: Type.Optional(Version),
});
export type PutOffer = Static<typeof PutOffer>;
