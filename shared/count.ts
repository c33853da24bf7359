import Type, { type Static } from 'typebox';
import { COUNT_SOURCES, DECISION_KINDS, VARIANCE_STATES, VENDOR_NAME_KINDS } from './count-words.ts';
import { Id, Instant, Name, Nullable, ONE_LINE, OneOf, Version } from './http.ts';

const Day = Type.String({ format: 'date' });
const Called = Type.Object({ id: Id, name: Type.String() });
const Minor = Type.Integer({ description: 'Minor units of the currency' });

/** What counts how many a line is for. */
export const CountedBy = Type.Object({
  source: OneOf(COUNT_SOURCES),
  classKey: Type.Optional(Type.String({ maxLength: 40, description: 'Of items: which class, with all below it' })),
  productId: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'Of a vendor’s lists: which product' })),
});
export type CountedBy = Static<typeof CountedBy>;
/** The same with what it is called. */
export const CountedByView = Type.Object({ ...CountedBy.properties, name: Type.String() });
export type CountedByView = Static<typeof CountedByView>;

/** What was counted of one source at a client on a day. */
export const CountView = Type.Object({
  id: Id,
  client: Called,
  source: OneOf(COUNT_SOURCES),
  key: Type.String({ description: 'The class of items or the product of a vendor; empty for people' }),
  name: Type.String(),
  day: Day,
  number: Type.String(),
});
export type CountView = Static<typeof CountView>;
export const CountQuery = Type.Object({
  clientId: Type.Optional(Id),
  day: Type.Optional(Day),
  uncontracted: Type.Optional(
    Type.Boolean({ description: 'Only what a vendor’s list has and no line of a contract that holds is counted by' }),
  ),
});
export type CountQuery = Static<typeof CountQuery>;
export const CountNow = Type.Object({ clientId: Type.Optional(Id) });
export type CountNow = Static<typeof CountNow>;

export const VarianceView = Type.Object({
  client: Called,
  contract: Called,
  line: Type.Object({ id: Id, name: Type.String(), unit: Type.String(), version: Version }),
  counts: CountedByView,
  state: OneOf(VARIANCE_STATES),
  asOf: Day,
  currency: Type.String(),
  contracted: Type.String(),
  counted: Nullable(Type.Object({ snapshotId: Id, day: Day, number: Type.String() })),
  difference: Type.String({ description: 'Counted less contracted' }),
  since: Nullable(Type.Unsafe<string>({ ...Day, description: 'Since when it has differed' })),
  price: Type.String({ description: 'Of one for a month, as it is on the day; major units' }),
  monthly: Type.Unsafe<number>({ ...Minor, description: 'The difference for a whole month; minor units' }),
  thisMonth: Type.Unsafe<number>({
    ...Minor,
    description: 'The difference until the end of the month of the contract, were it agreed from this day; minor units',
  }),
  monthEnds: Type.Unsafe<string>({ ...Day, description: 'The day after the last of that month' }),
  decision: Nullable(
    Type.Object({
      kind: OneOf(DECISION_KINDS),
      day: Nullable(Day),
      reason: Type.String(),
      by: Nullable(Type.String()),
      at: Instant,
    }),
  ),
});
export type VarianceView = Static<typeof VarianceView>;
export const VarianceQuery = Type.Object({
  clientId: Type.Optional(Id),
  state: Type.Optional(OneOf(VARIANCE_STATES)),
  day: Type.Optional(
    Type.Unsafe<string>({ ...Day, description: 'As of which day; today where the client is, unless given' }),
  ),
});
export type VarianceQuery = Static<typeof VarianceQuery>;

export const DecideVariance = Type.Object({
  version: Version,
  snapshotId: Type.Unsafe<string>({ ...Id, description: 'The count that was looked at' }),
  kind: OneOf(DECISION_KINDS),
  from: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Of accept: from when the contract has it' })),
  until: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Of set aside: when it comes back' })),
  reason: Type.Optional(Type.String({ maxLength: 500, description: 'Of set aside and keep: why' })),
});
export type DecideVariance = Static<typeof DecideVariance>;

export const VendorProductView = Type.Object({ id: Id, vendor: Type.String(), name: Type.String() });
export type VendorProductView = Static<typeof VendorProductView>;

const Vendor = Type.String({ minLength: 1, maxLength: 100, pattern: ONE_LINE });
/** A list of a vendor (CSV), as of a day. */
export const ImportVendorList = Type.Object({
  vendor: Vendor,
  day: Type.Unsafe<string>({ ...Day, description: 'As of which day it is' }),
  csv: Type.String({
    minLength: 1,
    maxLength: 1_000_000,
    description: 'With the columns client, product and quantity, by any of the names that vendors use for them',
  }),
});
export type ImportVendorList = Static<typeof ImportVendorList>;
const Taken = Type.Object({ id: Id, at: Instant });
export const VendorListPreview = Type.Object({
  rows: Type.Integer(),
  clients: Type.Integer(),
  ignored: Type.Array(Type.String()),
  faults: Type.Array(Type.Object({ line: Type.Integer(), column: Type.String(), message: Type.String() })),
  unknownClients: Type.Array(Type.String()),
  unknownProducts: Type.Array(Type.String()),
  already: Nullable(Taken),
  supersedes: Nullable(Taken),
  counts: Type.Boolean({ description: 'Whether it would be the one that counts: no later day was imported' }),
  first: Type.Array(
    Type.Object({
      line: Type.Integer(),
      client: Type.String(),
      product: Type.String(),
      quantity: Type.String(),
      forClient: Nullable(Type.String()),
      forProduct: Nullable(Type.String()),
    }),
  ),
});
export type VendorListPreview = Static<typeof VendorListPreview>;
export const VendorListTaken = Type.Object({
  id: Id,
  already: Type.Boolean({ description: 'Whether the same file was taken for that day before' }),
  unknown: Type.Integer({ description: 'How many names are still to be mapped' }),
});
export type VendorListTaken = Static<typeof VendorListTaken>;
export const VendorListRow = Type.Object({
  id: Id,
  vendor: Type.String(),
  day: Day,
  rows: Type.Integer(),
  counts: Type.Boolean({ description: 'Whether it is the one that counts now' }),
  by: Nullable(Type.String()),
  at: Instant,
});
export type VendorListRow = Static<typeof VendorListRow>;
export const VendorListView = Type.Object({
  ...VendorListRow.properties,
  lines: VendorListPreview.properties.first,
});
export type VendorListView = Static<typeof VendorListView>;

export const VendorNameView = Type.Object({
  vendor: Type.String(),
  kind: OneOf(VENDOR_NAME_KINDS),
  name: Type.String(),
  state: OneOf(['open', 'mapped', 'passed_over']),
  client: Nullable(Called),
  product: Nullable(Called),
  version: Type.Integer({ description: '0 where nobody has mapped it yet' }),
  rows: Type.Integer({ description: 'In how many rows of the list that counts it stands' }),
});
export type VendorNameView = Static<typeof VendorNameView>;
export const MapVendorName = Type.Object({
  version: VendorNameView.properties.version,
  vendor: Vendor,
  kind: OneOf(VENDOR_NAME_KINDS),
  name: Name,
  clientId: Type.Optional(Id),
  productId: Type.Optional(Id),
  newProduct: Type.Optional(
    Type.Unsafe<string>({ ...Name, description: 'The name of a product that is not there yet' }),
  ),
});
export type MapVendorName = Static<typeof MapVendorName>;
