import { exact } from '#kernel/billing.ts';
import { dayAt } from '#kernel/day.ts';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { chargedFor, costOf, taxWithin } from '#kernel/expense.ts';
import type { Ctx } from '#platform/context/index.ts';
import { currencyFaults, MOST } from '#server/business/contract/index.ts';
import { minorDigits } from '#shared/money-words.ts';
import type { ExpenseKind } from './kinds.ts';

const EARLIEST = '2000-01-01';
const MOST_QUANTITY = 100_000;

/** What somebody says that it cost. `rate`: what one of the unit cost before, which an expense keeps. */
export type Said = {
  readonly day: string;
  readonly currency: string;
  readonly quantity?: string | undefined;
  readonly rate?: string | undefined;
  readonly amount?: number | undefined;
  readonly tax?: number | undefined;
  readonly markup: string;
};
type Worth = { quantity: string | null; rate: string | null; amount: number; tax: number };

/** What an expense of a kind cost. `invalid` by field for what the kind does not have, lacks, or is beyond what is charged. */
export function worthOf(kind: ExpenseKind, said: Said): Worth {
  const faults: FieldError[] = currencyFaults(said.currency);
  if (Number(said.markup) > MOST.percent)
    faults.push({ path: 'markup', message: `must be at most ${MOST.percent.toLocaleString('en')}` });
  if (faults.length > 0) throw invalid(faults);
  const worth = kind.unit === '' ? paid(kind, said) : driven(kind, said);
  const { price } = chargedFor(worth, said.markup, minorDigits(said.currency));
  const path = kind.unit === '' ? 'amount' : 'quantity';
  if (worth.amount === 0) throw invalid([{ path, message: 'must come to more than 0' }]);
  if (exact(price).compare(MOST.price) > 0 || worth.amount > 10 ** minorDigits(said.currency) * MOST.price)
    throw invalid([{ path, message: `must come to at most ${MOST.price.toLocaleString('en')}, with the mark-up` }]);
  return worth;
}

function paid({ name, taxPercent }: ExpenseKind, { quantity, amount, tax }: Said): Worth {
  if (quantity !== undefined) throw invalid([{ path: 'quantity', message: `must not be given: ${name} is an amount` }]);
  if (amount === undefined) throw invalid([{ path: 'amount', message: 'must say what was paid' }]);
  if (tax !== undefined && tax > amount) throw invalid([{ path: 'tax', message: 'must be at most the amount' }]);
  return { quantity: null, rate: null, amount, tax: tax ?? taxWithin(amount, taxPercent ?? '0') };
}

function driven({ name, unit, rates }: ExpenseKind, { quantity, rate, amount, tax, currency }: Said): Worth {
  const odd = amount !== undefined ? 'amount' : tax !== undefined ? 'tax' : null;
  if (odd) throw invalid([{ path: odd, message: `must not be given: ${name} costs by the ${unit}` }]);
  if (quantity === undefined) throw invalid([{ path: 'quantity', message: `must say how many ${unit}` }]);
  if (Number(quantity) <= 0 || Number(quantity) > MOST_QUANTITY)
    throw invalid([
      { path: 'quantity', message: `must be more than 0 and at most ${MOST_QUANTITY.toLocaleString('en')}` },
    ]);
  const each = rate ?? rates.find((one) => one.currency === currency)?.price;
  if (each === undefined)
    throw invalid([
      { path: 'currency', message: `has no price for a ${unit}: say it in the settings, Kinds of expense` },
    ]);
  return { quantity, rate: each, amount: costOf(quantity, each, minorDigits(currency)), tax: 0 };
}

/** Refuses a day that is not yet in the person’s zone, or long past. */
export function refuseDay(ctx: Ctx, day: string, zone: string): void {
  if (day < EARLIEST || day > dayAt(ctx.now, zone))
    throw invalid([{ path: 'day', message: 'must be between the year 2000 and today' }]);
}
