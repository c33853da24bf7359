import Type, { type Static } from 'typebox';
import { AmountText, Currency } from './contract.ts';
import { Id, Instant, Name, Nullable, OneOf, Page, PageQuery, Version } from './http.ts';
import { BILLED_WAYS, PRODUCT_KINDS } from './product-words.ts';
import { CHOICES, ORDER_STATES, QUOTE_STATES } from './quote-words.ts';
import { MailedView, Party, Sign, SignatureView, SignedView } from './signature.ts';

const Day = Type.String({ format: 'date' });
const Called = Type.Object({ id: Id, name: Type.String() });
const Minor = Type.Integer({ description: 'Minor units of the currency' });
const Reason = Type.String({ minLength: 3, maxLength: 1_000 });

const line = {
  name: Name,
  description: Type.String({ maxLength: 2_000 }),
  kind: OneOf(PRODUCT_KINDS),
  billed: OneOf(BILLED_WAYS),
  unit: Type.String({ maxLength: 40 }),
  quantity: AmountText,
  price: AmountText,
  discount: Type.Unsafe<string>({ ...AmountText, description: 'Per cent off the price, 0 to 100' }),
  choice: OneOf(CHOICES),
  group: Type.String({ maxLength: 100, description: 'Of “one of”: which lines stand for each other' }),
  chosen: Type.Boolean({ description: 'Whether it is chosen unless the client says otherwise' }),
};
const ofStaff = {
  cost: Type.Unsafe<string | null>({ ...Nullable(AmountText), description: 'What one costs the provider' }),
  supplier: Type.String({ maxLength: 200 }),
};
export const QuoteLineInput = Type.Object({
  name: line.name,
  kind: line.kind,
  billed: line.billed,
  quantity: line.quantity,
  price: line.price,
  ...Type.Partial(
    Type.Object({
      description: line.description,
      unit: line.unit,
      discount: line.discount,
      choice: line.choice,
      group: line.group,
      chosen: line.chosen,
      ...ofStaff,
      productId: Nullable(Id),
      taxRateId: Type.Unsafe<string | null>({ ...Nullable(Id), description: 'Null: as the client pays' }),
    }),
  ).properties,
});
export type QuoteLineInput = Static<typeof QuoteLineInput>;

const quote = {
  title: Name,
  contactId: Type.Unsafe<string | null>({ ...Nullable(Id), description: 'For whom it is' }),
  currency: Currency,
  introduction: Type.String({ maxLength: 10_000 }),
  terms: Type.String({ maxLength: 20_000 }),
  validUntil: Type.Unsafe<string>({
    ...Day,
    description: 'The last day on which it can be accepted, where the client is',
  }),
  lines: Type.Array(QuoteLineInput, { maxItems: 200 }),
};
export const CreateQuote = Type.Object({
  clientId: Id,
  ...Type.Partial(Type.Object(quote)).properties,
  title: quote.title,
});
export type CreateQuote = Static<typeof CreateQuote>;
export const SaveQuote = Type.Object({ version: Version, ...Type.Partial(Type.Object(quote)).properties });
export type SaveQuote = Static<typeof SaveQuote>;
export const AtVersion = Type.Object({ version: Version });
export const SendQuote = Type.Object({
  version: Version,
  mail: Type.Optional(
    Type.Boolean({
      description: 'Whether it goes to the contact by mail too, as a PDF, where they have an address and mail is sent',
    }),
  ),
});
export type SendQuote = Static<typeof SendQuote>;

const Sums = Type.Object({ net: Minor, tax: Minor, total: Minor });
const StaffSums = Type.Object({
  ...Sums.properties,
  cost: Minor,
  uncosted: Type.Integer({ description: 'How many lines nobody has said the cost of' }),
});
const totals = <T extends typeof Sums | typeof StaffSums>(sums: T) => ({ once: sums, monthly: sums });

const row = {
  id: Id,
  number: Type.String(),
  revision: Type.Integer({ description: 'Of its number: each that was sent stays as it was' }),
  title: Type.String(),
  currency: Type.String(),
  state: OneOf(QUOTE_STATES),
  validUntil: Day,
  sentAt: Nullable(Instant),
  decidedAt: Nullable(Instant),
};
export const QuoteRow = Type.Object({
  ...row,
  client: Called,
  contact: Nullable(Called),
  by: Nullable(Type.String()),
  ...totals(StaffSums),
  updatedAt: Instant,
});
export type QuoteRow = Static<typeof QuoteRow>;
export const QuotePage = Page(QuoteRow);
export const QuoteQuery = Type.Object({
  ...PageQuery,
  clientId: Type.Optional(Id),
  state: Type.Optional(OneOf(QUOTE_STATES)),
  q: Type.Optional(Type.String({ maxLength: 100, description: 'What stands in its title or number' })),
});
export type QuoteQuery = Static<typeof QuoteQuery>;

const lineView = {
  id: Id,
  ...line,
  name: Type.String(),
  quantity: Type.String(),
  price: Type.String(),
  discount: Type.String(),
  unitPrice: Type.String({ description: 'What one costs after the discount' }),
  amount: Minor,
  taxName: Type.String(),
  taxPercent: Type.String(),
  tax: Minor,
  taken: Nullable(Type.Boolean({ description: 'Whether it was accepted' })),
};
export const QuoteLineView = Type.Object({
  ...lineView,
  ...ofStaff,
  productId: Nullable(Id),
  taxRate: Nullable(Called),
  costs: Nullable(Minor),
});
export type QuoteLineView = Static<typeof QuoteLineView>;
const Made = Type.Object({
  contract: Nullable(Called),
  project: Nullable(Called),
  order: Nullable(Type.Object({ id: Id, lines: Type.Integer() })),
  charges: Type.Integer({ description: 'How many lines were charged' }),
});
export const QuoteDetail = Type.Object({
  ...QuoteRow.properties,
  introduction: Type.String(),
  terms: Type.String(),
  declineReason: Type.String(),
  seller: Party,
  buyer: Party,
  lines: Type.Array(QuoteLineView),
  revisions: Type.Array(Type.Object({ id: Id, revision: Type.Integer(), state: OneOf(QUOTE_STATES) })),
  signature: Nullable(SignatureView),
  made: Made,
  mailed: Nullable(MailedView),
  version: Version,
});
export type QuoteDetail = Static<typeof QuoteDetail>;

/** A quote as its reader at the client is shown it: no costs, and nobody’s notes. */
export const PortalQuoteRow = Type.Object({ ...row, ...totals(Sums) });
export type PortalQuoteRow = Static<typeof PortalQuoteRow>;
export const PortalQuotePage = Page(PortalQuoteRow);
export const PortalQuoteLine = Type.Object(lineView);
export type PortalQuoteLine = Static<typeof PortalQuoteLine>;
export const PortalQuoteView = Type.Object({
  ...PortalQuoteRow.properties,
  introduction: Type.String(),
  terms: Type.String(),
  declineReason: Type.String(),
  seller: Party,
  buyer: Party,
  lines: Type.Array(PortalQuoteLine),
  signature: Nullable(SignedView),
});
export type PortalQuoteView = Static<typeof PortalQuoteView>;
export const AcceptQuote = Type.Object({
  ...Sign,
  lineIds: Type.Array(Id, {
    maxItems: 200,
    uniqueItems: true,
    description: 'The optional lines that are taken, and one of each group',
  }),
});
export type AcceptQuote = Static<typeof AcceptQuote>;
export const DeclineQuote = Type.Object({ reason: Reason });

export const OrderLineView = Type.Object({
  id: Id,
  client: Called,
  quote: Type.Object({ id: Id, number: Type.String(), title: Type.String() }),
  name: Type.String(),
  unit: Type.String(),
  quantity: Type.String(),
  price: Type.String(),
  cost: Nullable(Type.String()),
  currency: Type.String(),
  supplier: Type.String(),
  reference: Type.String(),
  expectedOn: Nullable(Day),
  state: OneOf(ORDER_STATES),
  chargeId: Nullable(Id),
  version: Version,
});
export type OrderLineView = Static<typeof OrderLineView>;
export const OrderQuery = Type.Object({
  clientId: Type.Optional(Id),
  quoteId: Type.Optional(Id),
  state: Type.Optional(OneOf(ORDER_STATES)),
});
export type OrderQuery = Static<typeof OrderQuery>;
export const SaveOrderLine = Type.Object({
  version: Version,
  state: Type.Optional(OneOf(ORDER_STATES)),
  supplier: Type.Optional(ofStaff.supplier),
  reference: Type.Optional(Type.String({ maxLength: 200, description: 'What the supplier calls the order' })),
  expectedOn: Type.Optional(Nullable(Day)),
  cost: Type.Optional(ofStaff.cost),
});
export type SaveOrderLine = Static<typeof SaveOrderLine>;
