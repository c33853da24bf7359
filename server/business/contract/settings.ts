import Type from 'typebox';
import type { FieldError } from '#kernel/errors.ts';
import { defineSetting } from '#platform/settings/index.ts';
import { Currency } from '#shared/contract.ts';
import { Id, Nullable, ShortText } from '#shared/http.ts';
import { minorDigits } from '#shared/money-words.ts';
import { refuseTaxRate } from './tax-rates.ts';

const ANYWHERE = ['provider', 'group', 'client'] as const;
const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** What is wrong with a code as a currency to bill in: one in use, of at most three digits behind the point. */
export const currencyFaults = (currency: string): FieldError[] =>
  KNOWN.has(currency) && minorDigits(currency) <= 3
    ? []
    : [{ path: 'currency', message: 'is not a currency that is in use (ISO 4217)' }];

/** In which currency a client is billed. */
export const CURRENCY = defineSetting({
  key: 'billing.currency',
  title: 'Currency',
  help: 'In which currency a client is billed, and its rates are. What was agreed in a contract before keeps its own.',
  levels: ANYWHERE,
  schema: Type.Object({ currency: Currency }),
  default: { currency: 'AUD' },
  check: async (_ctx, { currency }) => currencyFaults(currency),
});

const Times = Type.String({ pattern: '^\\d(\\.\\d{1,4})?$', description: '1.5 is half as much again' });

/** How worked time becomes billed time. */
export const TIME_BILLING = defineSetting({
  key: 'billing.time',
  title: 'Billed time',
  help: 'Each entry counts at least the minimum, in steps. Outside of the hours of service and on holidays the rates are multiplied.',
  levels: ANYWHERE,
  schema: Type.Object({
    minimum: Type.Integer({ minimum: 0, maximum: 480, description: 'Minutes' }),
    step: Type.Integer({ minimum: 1, maximum: 480, description: 'Minutes' }),
    afterHours: Times,
    holiday: Times,
    approved: Type.Boolean({ description: 'Whether only approved time is billed' }),
  }),
  default: { minimum: 0, step: 15, afterHours: '1.5', holiday: '2', approved: true },
});

/** Which tax a client pays. */
export const TAX = defineSetting({
  key: 'billing.tax',
  title: 'Tax',
  help: 'Which tax is charged unless a line says otherwise. Without one, nothing can be billed.',
  levels: ANYWHERE,
  schema: Type.Object({ taxRateId: Nullable(Id) }),
  default: { taxRateId: null },
  check: async (ctx, { taxRateId }) => {
    const fault = taxRateId === null ? null : await refuseTaxRate(ctx, taxRateId);
    return fault ? [{ ...fault, path: 'taxRateId' }] : [];
  },
});

/** When invoices are due. */
export const PAYMENT = defineSetting({
  key: 'billing.payment',
  title: 'Payment',
  help: 'Within how many days invoices are to be paid.',
  levels: ANYWHERE,
  schema: Type.Object({ days: Type.Integer({ minimum: 0, maximum: 365 }) }),
  default: { days: 14 },
});

/** Whether and when invoices that are overdue are called to mind. */
export const REMINDERS = defineSetting({
  key: 'billing.reminders',
  title: 'Reminders',
  help: 'After how many days beyond the day on which it was due an invoice that is not paid is called to mind, by mail to the client’s address for invoices. Without days nobody is reminded.',
  levels: ANYWHERE,
  schema: Type.Object({
    days: Type.Array(Type.Integer({ minimum: 1, maximum: 365 }), { maxItems: 5, uniqueItems: true }),
  }),
  default: { days: [] },
});

/** Who the provider is on its invoices. */
export const SELLER = defineSetting({
  key: 'billing.seller',
  title: 'You on invoices',
  help: 'Who bills, as the law wants it on an invoice, and how to pay.',
  levels: ['provider'],
  schema: Type.Object({
    legalName: ShortText,
    address: Type.String({ maxLength: 500 }),
    taxNumberName: Type.String({ maxLength: 40, description: 'ABN, GST number, VAT number, EIN' }),
    taxNumber: Type.String({ maxLength: 60 }),
    payTo: Type.String({ maxLength: 500, description: 'Bank, account and what to quote' }),
    numberPrefix: Type.String({ pattern: '^[A-Z0-9-]{0,10}$', description: 'Stands before the number of an invoice' }),
  }),
  default: { legalName: '', address: '', taxNumberName: '', taxNumber: '', payTo: '', numberPrefix: 'INV-' },
});
