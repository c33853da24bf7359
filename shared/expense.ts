import Type, { type Static } from 'typebox';
import { AmountText, Currency } from './contract.ts';
import { PAYERS } from './expense-words.ts';
import { Id, Name, Nullable, ONE_LINE, OneOf, Version } from './http.ts';
import { asRead, OnTicket, TIME_STATES } from './time.ts';

const Day = Type.String({ format: 'date' });
const Called = Type.Object({ id: Id, name: Type.String() });
const Minor = Type.Integer({
  minimum: 0,
  maximum: 1_000_000_000_000,
  description: 'In minor units of the currency, such as cents',
});
const described = <T>(schema: object, description: string) => Type.Unsafe<T>({ ...schema, description });

const rates = Type.Array(Type.Object({ currency: Currency, price: AmountText }), {
  maxItems: 20,
  description: 'What one of the unit costs, by currency',
});
const kind = {
  name: Name,
  unit: Type.Optional(
    Type.String({
      maxLength: 20,
      pattern: `^$|${ONE_LINE}`,
      description: 'What is counted, such as km; empty where an amount is said',
    }),
  ),
  rates: Type.Optional(rates),
  chargeable: Type.Boolean({ description: 'Whether clients are charged for it unless somebody says otherwise' }),
  markup: Type.Optional(described<string>(AmountText, 'Per cent on top of what it cost, 0 to 1,000')),
  taxRateId: Type.Optional(
    described<string | null>(
      Nullable(Id),
      'Which tax is in what is paid, and is charged for it; without it the client’s',
    ),
  ),
  receiptAbove: Type.Optional(
    described<string | null>(
      Nullable(AmountText),
      'Above which amount a receipt is needed, in major units; null: never',
    ),
  ),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000, description: 'Lower stands first' })),
};

/** What a kind of expense is called, what it costs, and how clients are charged for it. */
export const ExpenseKindView = Type.Object({
  id: Id,
  name: Type.String(),
  unit: Type.String(),
  rates,
  chargeable: Type.Boolean(),
  markup: described<string | null>(Nullable(Type.String()), 'Null for whoever does not see prices (contract.read)'),
  taxRate: Nullable(Type.Object({ ...Called.properties, percent: Type.String() })),
  receiptAbove: Nullable(Type.String()),
  position: Type.Integer(),
  active: Type.Boolean(),
  version: Version,
});
export type ExpenseKindView = Static<typeof ExpenseKindView>;

export const CreateExpenseKind = Type.Object(kind);
export type CreateExpenseKind = Static<typeof CreateExpenseKind>;
export const SaveExpenseKind = Type.Object({
  version: Version,
  ...Type.Partial(Type.Object(kind)).properties,
  active: Type.Optional(Type.Boolean({ description: 'Whether expenses of this kind can still be recorded' })),
});
export type SaveExpenseKind = Static<typeof SaveExpenseKind>;

const expense = {
  kindId: Id,
  day: described<string>(Day, 'When it was paid or driven, not in the future'),
  quantity: Type.Optional(described<string>(AmountText, 'How many of the unit, for a kind that has one')),
  amount: Type.Optional(
    described<number>(Minor, 'What was paid, with the tax in it, in minor units; not for a kind with a unit'),
  ),
  tax: Type.Optional(described<number>(Minor, 'The tax in it, in minor units; without it by the tax of its kind')),
  currency: Type.Optional(described<string>(Currency, 'ISO 4217; without it the client’s')),
  paidBy: OneOf(PAYERS),
  chargeable: Type.Optional(
    Type.Boolean({ description: 'Whether the client is charged; without it as its kind says' }),
  ),
  markup: Type.Optional(
    described<string>(
      AmountText,
      'Per cent on top, 0 to 1,000; without it as its kind says. For those who may change prices (contract.manage)',
    ),
  ),
  clientNote: Type.Optional(
    Type.String({ maxLength: 120, pattern: `^$|${ONE_LINE}`, description: 'Stands on the invoice' }),
  ),
  note: Type.Optional(Type.String({ maxLength: 2_000, description: 'For the firm alone' })),
};

/** A client, or a ticket whose client it then is. */
export const AddExpense = Type.Object({
  clientId: Type.Optional(Id),
  ticketId: Type.Optional(Id),
  ...expense,
});
export type AddExpense = Static<typeof AddExpense>;

export const EditExpense = Type.Object({
  version: Version,
  ticketId: Type.Optional(described<string | null>(Nullable(Id), 'Another ticket of the same client; null: none')),
  ...Type.Partial(Type.Object(expense)).properties,
});
export type EditExpense = Static<typeof EditExpense>;

export const ReceiptView = Type.Object({
  id: Id,
  name: Type.String(),
  mediaType: Type.String(),
  size: Type.Integer(),
});
export type ReceiptView = Static<typeof ReceiptView>;

export const ExpenseView = Type.Object({
  id: Id,
  staff: Called,
  client: Called,
  ticket: Nullable(OnTicket.ticket),
  kind: Type.Object({ ...Called.properties, unit: Type.String() }),
  day: Day,
  quantity: Nullable(Type.String()),
  rate: described<string | null>(Nullable(Type.String()), 'What one of the unit cost when it was recorded'),
  currency: Type.String(),
  amount: Minor,
  tax: Minor,
  paidBy: OneOf(PAYERS),
  chargeable: Type.Boolean(),
  markup: described<string | null>(Nullable(Type.String()), 'Null for whoever does not see prices (contract.read)'),
  charged: described<number | null>(
    Nullable(Type.Integer()),
    'What the client is charged before tax, in minor units; null where nothing is, and for whoever does not see prices',
  ),
  clientNote: Type.String(),
  note: Type.String(),
  state: OneOf(TIME_STATES),
  returnedBecause: Nullable(Type.String()),
  receipts: Type.Array(ReceiptView),
  receiptNeeded: Type.Boolean({ description: 'Whether it is not submitted before it has a receipt' }),
  paidBackOn: Nullable(Day),
  invoice: described<{ id: string; number: string } | null>(
    Nullable(Type.Object({ id: Id, number: Type.String() })),
    'On which invoice it stands, with its number as it is written there',
  ),
  mayEdit: Type.Boolean({ description: 'Whether the reader may change it as it stands' }),
  version: Version,
});
export type ExpenseView = Static<typeof ExpenseView>;

export const ExpenseQuery = Type.Object({
  from: Type.Optional(Day),
  to: Type.Optional(described<string>(Day, 'The last day')),
  of: Type.Optional(
    described<string>(
      Type.String({ pattern: '^(everybody|[0-9a-f-]{36})$' }),
      'The id of somebody, or "everybody", for those who may approve; without it one’s own',
    ),
  ),
  state: Type.Optional(OneOf(TIME_STATES)),
  payBack: Type.Optional(
    described<'owed' | 'done'>(
      OneOf(['owed', 'done']),
      'Approved ones that their person paid: not paid back yet, or paid back',
    ),
  ),
  returnable: Type.Optional(
    Type.Boolean({ description: 'Only approved ones that can still be returned: on no invoice, and not paid back' }),
  ),
});
export type ExpenseQuery = Static<typeof ExpenseQuery>;

export const DecideExpenses = Type.Object({
  expenseIds: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
  ...asRead,
  approve: Type.Boolean(),
  note: Type.Optional(Type.String({ maxLength: 500, description: 'Why it is returned; needed then' })),
});
export type DecideExpenses = Static<typeof DecideExpenses>;

export const PayBack = Type.Object({
  expenseIds: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
  on: described<string | null>(Nullable(Day), 'When it was paid back, not in the future; null: it was not'),
});
export type PayBack = Static<typeof PayBack>;

export const ExpenseSum = Type.Object({ expenses: Type.Integer() });
export type ExpenseSum = Static<typeof ExpenseSum>;
