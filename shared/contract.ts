import Type, { type Static } from 'typebox';
import { CONTRACT_STATES, LINE_KINDS, WORK_HOURS } from './contract-words.ts';
import { CountedBy, CountedByView } from './count.ts';
import { Id, Instant, Name, Nullable, OneOf, ShortText, Version } from './http.ts';
import { MailedView, SignatureView } from './signature.ts';
import { TICKET_KINDS } from './vocabulary.ts';

const Day = Type.String({ format: 'date' });
/** Digits of a price, a quantity or per cent: text, so that nothing is lost on the way. */
const PriceText = Type.String({
  pattern: '^-?\\d{1,8}(\\.\\d{1,4})?$',
  description: 'An amount in major units, up to four digits behind the point: 180.00',
});
export const AmountText = Type.String({
  pattern: '^\\d{1,8}(\\.\\d{1,4})?$',
  description: 'A number from 0, up to four digits behind the point',
});
export const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' });
const Called = Type.Object({ id: Id, name: Type.String() });

export const TaxRateView = Type.Object({
  id: Id,
  name: Type.String(),
  percent: Type.String(),
  note: Type.String(),
  active: Type.Boolean(),
  version: Version,
});
export type TaxRateView = Static<typeof TaxRateView>;

const taxRate = {
  name: Name,
  percent: Type.Unsafe<string>({ ...AmountText, description: 'Of what is charged, 0 to 100' }),
  note: Type.String({ maxLength: 300, description: 'What invoices say beneath, such as why no tax is charged' }),
};
export const CreateTaxRate = Type.Object({
  name: taxRate.name,
  percent: taxRate.percent,
  note: Type.Optional(taxRate.note),
});
export type CreateTaxRate = Static<typeof CreateTaxRate>;
export const SaveTaxRate = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object({ ...taxRate, active: Type.Boolean() })).properties,
});
export type SaveTaxRate = Static<typeof SaveTaxRate>;

const forWhom = {
  staffId: Type.Optional(Nullable(Id)),
  roleKey: Type.Optional(Nullable(ShortText)),
  workTypeId: Type.Optional(Nullable(Id)),
};
export const CreateRate = Type.Object({
  clientId: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'For one client; without it for everybody' })),
  contractId: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'Under one contract of the client' })),
  ...forWhom,
  perHour: Type.Unsafe<string>({ ...AmountText, description: 'Major units of the client’s currency' }),
  from: Type.Unsafe<string>({ ...Day, description: 'The first day of work that it is for' }),
});
export type CreateRate = Static<typeof CreateRate>;
export const SaveRate = Type.Object({ version: Version, perHour: CreateRate.properties.perHour });
export type SaveRate = Static<typeof SaveRate>;
export const RateView = Type.Object({
  id: Id,
  client: Nullable(Called),
  contract: Nullable(Called),
  staff: Nullable(Called),
  role: Nullable(Type.Object({ key: Type.String(), name: Type.String() })),
  workType: Nullable(Called),
  perHour: Type.String(),
  from: Day,
  version: Version,
});
export type RateView = Static<typeof RateView>;
export const RateQuery = Type.Object({ clientId: Type.Optional(Id) });

/** Who a client is on an invoice. */
export const ClientBilling = Type.Object({
  legalName: ShortText,
  address: Type.String({ maxLength: 500 }),
  taxNumber: ShortText,
  reference: Type.String({
    maxLength: 200,
    description: 'What the client wants to read on its invoices, such as an order number',
  }),
  mail: Type.String({ maxLength: 320, description: 'Where invoices go' }),
});
export type ClientBilling = Static<typeof ClientBilling>;
export const SaveClientBilling = Type.Object({
  version: Type.Integer({ minimum: 0, description: '0 where nothing was kept yet' }),
  ...ClientBilling.properties,
});
export type SaveClientBilling = Static<typeof SaveClientBilling>;
export const ClientBillingView = Type.Object({ ...ClientBilling.properties, version: Type.Integer() });
export type ClientBillingView = Static<typeof ClientBillingView>;

const Ids = Type.Array(Id, { maxItems: 100, uniqueItems: true });
/** Which work a line takes in; an empty list takes in everything. */
export const CoversShape = Type.Object({
  workTypeIds: Ids,
  kinds: Type.Array(OneOf(TICKET_KINDS), { maxItems: TICKET_KINDS.length, uniqueItems: true }),
  categoryIds: Ids,
  serviceIds: Ids,
  staffIds: Ids,
  itemIds: Ids,
  contactIds: Ids,
  hours: Type.Array(OneOf(WORK_HOURS), { maxItems: WORK_HOURS.length, uniqueItems: true }),
});
export type CoversShape = Static<typeof CoversShape>;

const terms = {
  quantity: AmountText,
  price: PriceText,
  agreedOn: Type.Optional(
    Type.Unsafe<string>({
      ...Day,
      description: 'As of when the price was agreed, from which on it rises; as before where the price stays',
    }),
  ),
};
export const LineTerms = Type.Object({
  from: Day,
  quantity: Type.String(),
  price: Type.String(),
  agreedOn: Day,
  counted: Type.Unsafe<string | null>({
    ...Nullable(Day),
    description: 'The day of the count by which the quantity was agreed',
  }),
});
export type LineTerms = Static<typeof LineTerms>;

const lineDetails = {
  unit: Type.Optional(Type.String({ maxLength: 40, description: 'What is counted: user, device, site' })),
  prorated: Type.Optional(Type.Boolean({ description: 'Whether a part of a month costs a part' })),
  covers: Type.Optional(Nullable(Type.Partial(CoversShape))),
  percent: Type.Optional(
    Type.Unsafe<string>({ ...AmountText, description: 'Per cent of the rates, for work that is charged' }),
  ),
  weighted: Type.Optional(
    Type.Boolean({ description: 'An hour at a dearer time takes as many hours more off the block' }),
  ),
  keepsMonths: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 60 }))),
  taxRateId: Type.Optional(Nullable(Id)),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000 })),
  counts: Type.Optional(Nullable(CountedBy)),
};
export const AddLine = Type.Object({
  kind: OneOf(LINE_KINDS),
  name: Name,
  ...lineDetails,
  from: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'The beginning of the contract, unless given' })),
  quantity: Type.Optional(terms.quantity),
  price: Type.Optional(terms.price),
});
export type AddLine = Static<typeof AddLine>;
export const SaveLine = Type.Object({
  version: Version,
  name: Type.Optional(Name),
  ...lineDetails,
  until: Type.Optional(
    Type.Unsafe<string | null>({ ...Nullable(Day), description: 'The first day on which it holds no more' }),
  ),
});
export type SaveLine = Static<typeof SaveLine>;
export const SetTerms = Type.Object({
  ...{ version: Version, from: Day, ...terms },
  price: Type.Optional(
    Type.Unsafe<string>({
      ...PriceText,
      description: 'What one costs a month from then on; unless given, what was agreed stays and goes on rising',
    }),
  ),
});
export type SetTerms = Static<typeof SetTerms>;

export const LineView = Type.Object({
  id: Id,
  kind: OneOf(LINE_KINDS),
  name: Type.String(),
  unit: Type.String(),
  from: Day,
  until: Nullable(Day),
  prorated: Type.Boolean(),
  covers: Nullable(CoversShape),
  percent: Type.String(),
  weighted: Type.Boolean(),
  keepsMonths: Nullable(Type.Integer()),
  taxRate: Nullable(Called),
  position: Type.Integer(),
  counts: Nullable(CountedByView),
  terms: Type.Array(LineTerms),
  priceNow: Type.Unsafe<string | null>({
    ...Nullable(Type.String()),
    description:
      'What one costs today, with the uplifts since it was agreed; null where the line costs nothing by itself',
  }),
  version: Version,
});
export type LineView = Static<typeof LineView>;

const contract = {
  name: Name,
  reference: ShortText,
  notes: Type.String({ maxLength: 5_000 }),
  terms: Type.String({
    maxLength: 20_000,
    description: 'What both sides agree to beside the lines; the client reads it',
  }),
  ends: Type.Unsafe<string | null>({ ...Nullable(Day), description: 'The first day on which it holds no more' }),
  renewsMonths: Nullable(Type.Integer({ minimum: 1, maximum: 120 })),
  noticeDays: Type.Integer({ minimum: 0, maximum: 365 }),
  upliftPercent: Nullable(PriceText),
  upliftMonths: Type.Integer({ minimum: 1, maximum: 60 }),
  afterHours: Nullable(AmountText),
  holiday: Nullable(AmountText),
};
const schedule = {
  currency: Currency,
  begins: Day,
  billsFrom: Type.Unsafe<string>({
    ...Day,
    description: 'What was before was billed elsewhere; the beginning, unless given',
  }),
  everyMonths: Type.Union([Type.Literal(1), Type.Literal(3), Type.Literal(6), Type.Literal(12)]),
  advance: Type.Boolean({ description: 'Whether a period is billed when it begins, or when it is over' }),
};
export const CreateContract = Type.Object({
  clientId: Id,
  templateId: Type.Optional(
    Type.Unsafe<string>({ ...Id, description: 'Schedule and lines as this template has them, unless given' }),
  ),
  ...Type.Partial(Type.Object({ ...contract, ...schedule })).properties,
  name: contract.name,
  begins: schedule.begins,
});
export type CreateContract = Static<typeof CreateContract>;
export const SaveContract = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object({ ...contract, ...schedule })).properties,
  state: Type.Optional(OneOf(CONTRACT_STATES)),
  templateId: Type.Optional(
    Type.Unsafe<string | null>({ ...Nullable(Id), description: 'The template that it is held against' }),
  ),
});
export type SaveContract = Static<typeof SaveContract>;

export const ContractRow = Type.Object({
  id: Id,
  client: Called,
  name: Type.String(),
  state: OneOf(CONTRACT_STATES),
  currency: Type.String(),
  begins: Day,
  ends: Nullable(Day),
  renewsMonths: Nullable(Type.Integer()),
  everyMonths: Type.Integer(),
  advance: Type.Boolean(),
  monthly: Type.Integer({ description: 'What its lines cost a month as of today, in minor units' }),
  renewalDue: Type.Boolean({ description: 'Whether it ends within its notice' }),
});
export type ContractRow = Static<typeof ContractRow>;
const SentView = Type.Object({ to: Called, by: Nullable(Type.String()), at: Instant });
export const ContractView = Type.Object({
  ...ContractRow.properties,
  reference: Type.String(),
  notes: Type.String(),
  billsFrom: Day,
  noticeDays: Type.Integer(),
  upliftPercent: Nullable(Type.String()),
  upliftMonths: Type.Integer(),
  afterHours: Nullable(Type.String()),
  holiday: Nullable(Type.String()),
  template: Nullable(Called),
  terms: Type.String(),
  sent: Type.Unsafe<Static<typeof SentView> | null>({
    ...Nullable(SentView),
    description: 'To whom it went to be signed; null once it was taken back',
  }),
  mailed: Nullable(MailedView),
  signature: Nullable(SignatureView),
  covered: Type.Array(Called, { description: 'What its lines take in, as it is called' }),
  lines: Type.Array(LineView),
  version: Version,
});
export type ContractView = Static<typeof ContractView>;
export const ContractQuery = Type.Object({
  clientId: Type.Optional(Id),
  state: Type.Optional(OneOf(CONTRACT_STATES)),
});
export type ContractQuery = Static<typeof ContractQuery>;

const charge = {
  name: Name,
  due: Day,
  quantity: AmountText,
  price: PriceText,
  unit: Type.Optional(Type.String({ maxLength: 40 })),
  taxRateId: Type.Optional(Nullable(Id)),
};
export const CreateCharge = Type.Object({
  clientId: Id,
  contractId: Type.Optional(Nullable(Id)),
  ...charge,
  currency: Type.Optional(Currency),
  offFrom: Type.Optional(
    Type.Unsafe<string>({ ...Day, description: 'It is a deposit: from this day on it is taken off what is due, once' }),
  ),
});
export type CreateCharge = Static<typeof CreateCharge>;
export const SaveCharge = Type.Object({ version: Version, ...Type.Partial(Type.Object(charge)).properties });
export type SaveCharge = Static<typeof SaveCharge>;
export const ChargeView = Type.Object({
  id: Id,
  client: Called,
  contract: Nullable(Called),
  name: Type.String(),
  due: Day,
  quantity: Type.String(),
  price: Type.String(),
  unit: Type.String(),
  currency: Type.String(),
  taxRate: Nullable(Called),
  depositOf: Type.Unsafe<Static<typeof Called> | null>({
    ...Nullable(Called),
    description: 'The deposit that it takes off',
  }),
  offFrom: Type.Unsafe<string | null>({
    ...Nullable(Day),
    description: 'Of a deposit that waits: when it is taken off',
  }),
  forExpense: Type.Boolean({ description: 'It charges for an approved expense, and follows it' }),
  version: Version,
});
export type ChargeView = Static<typeof ChargeView>;
