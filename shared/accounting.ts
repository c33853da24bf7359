import Type, { type Static } from 'typebox';
import { BOOKED_FAULTS, BOOKED_STATES, LINK_STATES } from './accounting-words.ts';
import { INVOICE_KINDS } from './billing-words.ts';
import { Id, Instant, Name, Nullable, OneOf, Page, PageQuery, Version } from './http.ts';

const Day = Type.String({ format: 'date' });
const Called = Type.Object({ id: Id, name: Type.String() });
const Minor = Type.Integer({ description: 'Minor units of the currency' });
const Address = Type.String({ maxLength: 500 });
const Foreign = Type.String({ minLength: 1, maxLength: 100, description: 'As Xero knows it' });

/** A place there that can be chosen: an account by its code, a tax by its type. */
export const BookChoice = Type.Object({ code: Type.String(), name: Type.String() });
export type BookChoice = Static<typeof BookChoice>;

export const AccountingLink = Type.Object({
  state: OneOf(LINK_STATES),
  organisation: Type.String(),
  oauthClientId: Type.String(),
  hasWebhookKey: Type.Boolean(),
  sendFrom: Day,
  authorizeUrl: Type.String(),
  tokenUrl: Type.String(),
  apiUrl: Type.String(),
  fault: Type.String({ description: 'What was in the way the last time; empty where nothing was' }),
  faultAt: Nullable(Instant),
  goodAt: Nullable(Instant),
  nextAt: Instant,
  version: Version,
});
export type AccountingLink = Static<typeof AccountingLink>;

export const AccountingView = Type.Object({
  link: Nullable(AccountingLink),
  callbackUrl: Type.String({ description: 'Where Xero sends the browser back to' }),
  webhookUrl: Type.String({ description: 'Where Xero may tell of changes' }),
  counts: Type.Object({ waiting: Type.Integer(), failed: Type.Integer(), sent: Type.Integer() }),
  payments: Type.Array(
    Type.Object({
      invoice: Type.Object({ id: Id, number: Type.String() }),
      client: Called,
      amount: Minor,
      currency: Type.String(),
      paidOn: Day,
      undone: Type.Boolean({ description: 'Whether it was taken back there since' }),
    }),
  ),
});
export type AccountingView = Static<typeof AccountingView>;

export const SaveAccountingLink = Type.Object({
  oauthClientId: Type.String({ minLength: 1, maxLength: 200 }),
  oauthClientSecret: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  webhookKey: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 500 }))),
  sendFrom: Type.Unsafe<string>({ ...Day, description: 'Invoices issued on this day or later are sent' }),
  authorizeUrl: Type.Optional(Address),
  tokenUrl: Type.Optional(Address),
  apiUrl: Type.Optional(Address),
  version: Type.Integer({ minimum: 0, description: '0 where there is none yet' }),
});
export type SaveAccountingLink = Static<typeof SaveAccountingLink>;

export const Organisations = Type.Object({
  items: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});
export const ChooseOrganisation = Type.Object({ organisationId: Foreign });

export const ContactMapping = Type.Object({
  client: Called,
  contact: Nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  proposal: Nullable(Type.Object({ id: Type.String(), name: Type.String(), why: OneOf(['name', 'mail']) })),
});
export type ContactMapping = Static<typeof ContactMapping>;
export const CodeMapping = Type.Object({
  what: OneOf(['account', 'tax']),
  key: Type.String({ minLength: 1, maxLength: 250 }),
  title: Type.String(),
  code: Nullable(Type.String()),
  proposal: Nullable(Type.String({ description: 'A code there of the same name' })),
});
export type CodeMapping = Static<typeof CodeMapping>;
export const AccountingMapping = Type.Object({
  clients: Type.Array(ContactMapping),
  contacts: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  codes: Type.Array(CodeMapping),
  accounts: Type.Array(BookChoice),
  taxes: Type.Array(BookChoice),
});
export type AccountingMapping = Static<typeof AccountingMapping>;

export const MapContacts = Type.Object({
  contacts: Type.Array(
    Type.Object({
      clientId: Id,
      contact: Nullable(Type.Object({ id: Foreign, name: Type.String({ minLength: 1, maxLength: 500 }) })),
    }),
    { minItems: 1, maxItems: 500 },
  ),
});
export type MapContacts = Static<typeof MapContacts>;
export const MapCodes = Type.Object({
  codes: Type.Array(
    Type.Object({
      what: OneOf(['account', 'tax']),
      key: Type.String({ minLength: 1, maxLength: 250 }),
      code: Nullable(Foreign),
      name: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    { minItems: 1, maxItems: 100 },
  ),
});
export type MapCodes = Static<typeof MapCodes>;
export const MakeContact = Type.Object({ name: Name });

const where = {
  state: OneOf(BOOKED_STATES),
  externalId: Nullable(Type.String()),
  externalStatus: Type.String({
    description: 'As Xero says it, such as AUTHORISED or PAID; empty where nothing is there',
  }),
  faultKind: Nullable(OneOf(BOOKED_FAULTS)),
  fault: Type.String({ description: 'Why it was not taken, with the words of Xero' }),
  note: Type.String({ description: 'What is odd about what was read back' }),
  sentAt: Nullable(Instant),
};
export const BookedRow = Type.Object({
  id: Type.Unsafe<string>({ ...Id, description: 'Of the invoice' }),
  invoice: Type.Object({ id: Id, number: Type.String(), kind: OneOf(INVOICE_KINDS) }),
  client: Called,
  currency: Type.String(),
  total: Minor,
  issuedOn: Day,
  ...where,
});
export type BookedRow = Static<typeof BookedRow>;
export const BookedPage = Page(BookedRow);
export const BookedQuery = Type.Object({ ...PageQuery, state: Type.Optional(OneOf(['waiting', 'failed', 'sent'])) });
export type BookedQuery = Static<typeof BookedQuery>;
export const RetryBooked = Type.Object({
  invoiceId: Type.Optional(
    Type.Unsafe<string>({ ...Id, description: 'Which one; without it all that were not taken' }),
  ),
});
export type RetryBooked = Static<typeof RetryBooked>;
export const InvoiceBooked = Type.Object({ booked: Nullable(Type.Object(where)) });
export type InvoiceBooked = Static<typeof InvoiceBooked>;
