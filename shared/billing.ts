import Type, { type Static } from 'typebox';
import { BILL_STATES, BOOK_KINDS, DATE_ORDERS, INVOICE_KINDS, INVOICE_STATES } from './billing-words.ts';
import { Id, Instant, Name, Nullable, OneOf, Page, PageQuery, ShortText, Version } from './http.ts';

const Day = Type.String({ format: 'date' });
const Called = Type.Object({ id: Id, name: Type.String() });
const UNSENT = ['no_mail', 'no_address'] as const;
const Minor = Type.Integer({ description: 'Minor units of the currency' });

/** What an amount came of, in words: each step with what it was worked out from, and entries of time with their share. */
export const BillWhy = Type.Object({
  steps: Type.Array(Type.Object({ what: Type.String(), how: Type.String() })),
  parts: Type.Array(
    Type.Object({
      from: Day,
      until: Type.Unsafe<string>({ ...Day, description: 'The day after the last' }),
      days: Type.Integer(),
      of: Type.Integer(),
      quantity: Type.String(),
      price: Type.String(),
      amount: Minor,
    }),
  ),
  entries: Type.Array(
    Type.Object({
      id: Id,
      staff: Type.String(),
      day: Day,
      workType: Nullable(Type.String()),
      worked: Type.Integer({ description: 'Minutes' }),
      seconds: Type.Integer({ description: 'What of it is in this line, after rounding' }),
      amount: Minor,
    }),
  ),
});
export type BillWhy = Static<typeof BillWhy>;

export const BillLine = Type.Object({
  name: Type.String(),
  unit: Type.String(),
  quantity: Type.String(),
  price: Type.String(),
  amount: Minor,
  taxName: Type.String(),
  taxPercent: Type.String(),
  tax: Minor,
  why: BillWhy,
});
export type BillLine = Static<typeof BillLine>;

/** What changed since the invoice before, the largest first. */
export const BillCause = Type.Object({ name: Type.String(), before: Minor, now: Minor });
export type BillCause = Static<typeof BillCause>;

export const BillRow = Type.Object({
  client: Called,
  currency: Type.String(),
  state: OneOf(BILL_STATES),
  reasons: Type.Array(Type.String()),
  net: Minor,
  tax: Minor,
  total: Minor,
  lines: Type.Integer(),
  before: Nullable(Type.Object({ number: Type.String(), net: Minor })),
  causes: Type.Array(BillCause),
  unapproved: Type.Boolean({
    description: 'Whether time or expenses that would be in it wait to be approved for longer than two days',
  }),
  undecided: Type.Integer({ description: 'How many counts differ from its contracts and wait for a decision' }),
  invoice: Nullable(Type.Object({ id: Id, number: Type.String() })),
});
export type BillRow = Static<typeof BillRow>;

/** Time that a contract includes, or that came off a block. */
export const CoveredTime = Type.Object({ line: Type.String(), seconds: Type.Integer() });
/** What is left of a block: seconds of hours, minor units of money. */
export const BlockLeft = Type.Object({
  line: Type.String(),
  kind: OneOf(['block_hours', 'block_money']),
  from: Day,
  until: Nullable(Day),
  granted: Type.Integer(),
  left: Type.Integer(),
});

export const Bill = Type.Object({
  ...BillRow.properties,
  lines: Type.Array(BillLine),
  covered: Type.Array(CoveredTime),
  blocks: Type.Array(BlockLeft),
});
export type Bill = Static<typeof Bill>;

export const PreviewQuery = Type.Object({
  clientId: Id,
  by: Type.Unsafe<string>({ ...Day, description: 'Everything that is due by then; any day, also one to come' }),
});
export type PreviewQuery = Static<typeof PreviewQuery>;

export const CreateRun = Type.Object({
  name: Name,
  by: PreviewQuery.properties.by,
  issuedOn: Type.Optional(
    Type.Unsafe<string>({ ...Day, description: 'The date of the invoices; today, unless given' }),
  ),
});
export type CreateRun = Static<typeof CreateRun>;
export const CloseRun = Type.Object({ version: Version });
export const RunRow = Type.Object({
  id: Id,
  name: Type.String(),
  by: Day,
  issuedOn: Day,
  state: OneOf(['open', 'closed']),
  invoices: Type.Integer(),
  totals: Type.Array(Type.Object({ currency: Type.String(), total: Minor })),
  createdAt: Instant,
  version: Version,
});
export type RunRow = Static<typeof RunRow>;
export const RunView = Type.Object({
  ...RunRow.properties,
  bills: Type.Array(BillRow),
  mails: Type.Boolean({ description: 'Whether mail is set up, without which no invoice goes by it' }),
});
export type RunView = Static<typeof RunView>;
export const IssueRun = Type.Object({
  clientIds: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
  mail: Type.Optional(
    Type.Boolean({ description: 'Whether each goes to the client’s address for invoices, where there is one' }),
  ),
});
export type IssueRun = Static<typeof IssueRun>;
export const Issued = Type.Object({
  issued: Type.Array(Type.Object({ client: Called, invoice: Type.Object({ id: Id, number: Type.String() }) })),
  refused: Type.Array(Type.Object({ client: Called, reasons: Type.Array(Type.String()) })),
  unsent: Type.Array(
    Type.Object({
      client: Called,
      because: Type.Unsafe<(typeof UNSENT)[number]>({
        ...OneOf(UNSENT),
        description:
          'Why it is issued but does not go by mail: mail is not set up, or the client has no address for invoices',
      }),
    }),
  ),
});
export type Issued = Static<typeof Issued>;

const InvoiceParty = Type.Object({
  name: Type.String(),
  address: Type.String(),
  taxNumberName: Type.String(),
  taxNumber: Type.String(),
  reference: Type.String(),
  mail: Type.String(),
  payTo: Type.String(),
});
export type InvoiceParty = Static<typeof InvoiceParty>;

export const InvoiceRow = Type.Object({
  id: Id,
  number: Type.String(),
  kind: OneOf(INVOICE_KINDS),
  client: Called,
  name: Type.String(),
  issuedOn: Day,
  dueOn: Day,
  currency: Type.String(),
  total: Minor,
  open: Type.Unsafe<number>({
    ...Minor,
    description: 'What is still to be paid, after payments and credits; minor units',
  }),
  state: OneOf(INVOICE_STATES),
});
export type InvoiceRow = Static<typeof InvoiceRow>;
export const InvoicePage = Page(InvoiceRow);
export const InvoiceQuery = Type.Object({
  ...PageQuery,
  clientId: Type.Optional(Id),
  state: Type.Optional(OneOf(INVOICE_STATES)),
});
export type InvoiceQuery = Static<typeof InvoiceQuery>;

export const InvoiceView = Type.Object({
  ...InvoiceRow.properties,
  seller: InvoiceParty,
  buyer: InvoiceParty,
  net: Minor,
  tax: Minor,
  reason: Type.String(),
  run: Nullable(Called),
  credits: Nullable(Type.Object({ id: Id, number: Type.String() })),
  creditedBy: Type.Array(Type.Object({ id: Id, number: Type.String(), total: Minor })),
  lines: Type.Array(
    Type.Object({
      id: Id,
      ...BillLine.properties,
      taxNote: Type.String(),
      credited: Type.Unsafe<number>({
        ...Minor,
        description: 'What of the line, before tax, was credited since; minor units',
      }),
    }),
  ),
  payments: Type.Array(
    Type.Object({ id: Id, amount: Minor, paidOn: Day, note: Type.String(), by: Nullable(Type.String()) }),
  ),
  mails: Type.Array(
    Type.Object({
      id: Id,
      kind: OneOf(['invoice', 'invoiceReminder']),
      days: Type.Unsafe<number | null>({
        ...Nullable(Type.Integer()),
        description: 'Of a reminder: so many days after it was due',
      }),
      address: Type.String(),
      at: Instant,
      by: Nullable(Type.String()),
      state: OneOf(['queued', 'sending', 'sent', 'failed', 'given_up']),
      error: Type.String(),
    }),
  ),
});
export type InvoiceView = Static<typeof InvoiceView>;

export const AddPayment = Type.Object({
  amount: Type.Integer({
    minimum: -1_000_000_000,
    maximum: 1_000_000_000_000,
    description: 'Minor units; below zero where it was given back',
  }),
  paidOn: Day,
  note: Type.Optional(ShortText),
});
export type AddPayment = Static<typeof AddPayment>;

export const CreditInvoice = Type.Object({
  lineIds: Type.Optional(
    Type.Unsafe<string[]>({
      ...Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
      description: 'Which lines; without it all that are not credited yet',
    }),
  ),
  reason: Type.String({ minLength: 3, maxLength: 500 }),
  again: Type.Boolean({ description: 'Whether what is credited can be changed and is billed again by the next run' }),
  issuedOn: Type.Optional(Day),
});
export type CreditInvoice = Static<typeof CreditInvoice>;

export const InvoiceTableQuery = Type.Object({
  format: Type.Unsafe<(typeof BOOK_KINDS)[number]>({
    ...OneOf(BOOK_KINDS),
    description: 'The program that reads the table',
  }),
  runId: Type.Optional(
    Type.Unsafe<string>({ ...Id, description: 'Invoices of this run, and credits of them; else give from and until' }),
  ),
  from: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Issued on this day or later' })),
  until: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'Issued on this day or before' })),
  account: Type.Optional(
    Type.String({ maxLength: 40, description: 'Number of the income account on every line, as the program knows it' }),
  ),
  dates: Type.Optional(OneOf(DATE_ORDERS)),
});
export type InvoiceTableQuery = Static<typeof InvoiceTableQuery>;
export const InvoiceTable = Type.Object({
  csv: Type.String(),
  invoices: Type.Integer({ description: 'How many invoices and credits stand in it' }),
  more: Type.Boolean({ description: 'More were found than stand in the table: at most 500 do' }),
});
export type InvoiceTable = Static<typeof InvoiceTable>;
