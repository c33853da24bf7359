import { type Decimal, decimalOf, exact, ratio, toMinor } from './exact.ts';
import type { Day } from './months.ts';
import { type MonthDue, type Schedule, type StandingLine, standingDue } from './standing.ts';
import { taxOn } from './tax.ts';
import { type Entry, type PricedTime, priceTime, type TimeBooks, type TimeCharge } from './time.ts';

/** What is charged once: a product, a milestone, a deposit, or a credit with a price below zero. */
export type Charge = {
  readonly id: string;
  readonly contractId: string | null;
  readonly due: Day;
  readonly quantity: Decimal;
  readonly price: Decimal;
};

/** A contract as far as it costs something by itself; of each line what was billed, in minor units by the number of the month. */
export type ContractBooks = Schedule & {
  readonly id: string;
  readonly lines: readonly (StandingLine & { readonly billed: ReadonlyMap<number, number> })[];
};

/** A tax in per cent of what is charged, by the id of its rate. */
export type Tax = { readonly id: string; readonly percent: Decimal };

/** Everything that decides what a client owes by a day. */
export type Books = {
  readonly by: Day;
  readonly digits: number;
  readonly contracts: readonly ContractBooks[];
  readonly charges: readonly Charge[];
  readonly time: TimeBooks;
  readonly entries: readonly Entry[];
  readonly tax: Tax;
  /** Lines of contracts and charges, by their id, that are taxed otherwise. */
  readonly taxOf: ReadonlyMap<string, Tax>;
};

type Source =
  | { readonly kind: 'standing'; readonly contractId: string; readonly lineId: string; readonly month: MonthDue }
  | { readonly kind: 'time'; readonly charge: TimeCharge }
  | { readonly kind: 'charge'; readonly charge: Charge };

/** A line of an invoice: how many at which price, what it costs and its tax in minor units, and where it comes from. */
export type PricedLine = {
  readonly quantity: Decimal;
  readonly price: Decimal;
  readonly amount: number;
  readonly tax: Tax & { readonly amount: number };
  readonly from: Source;
};

export type Priced = {
  readonly lines: readonly PricedLine[];
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly time: PricedTime;
};

/** What a client owes by a day, worked out of its books alone: the same books give the same lines. Writes nothing. */
export function priceBooks(books: Books): Priced {
  const time = priceTime(books.time, books.entries);
  const lines = [
    ...books.contracts.flatMap((contract) => standingLines(books, contract)),
    ...time.charges.map((charge) => timeLine(books, charge)),
    ...books.charges.filter(({ due }) => due <= books.by).map((charge) => chargeLine(books, charge)),
  ];
  const net = lines.reduce((sum, { amount }) => sum + amount, 0);
  const tax = lines.reduce((sum, line) => sum + line.tax.amount, 0);
  return { lines, net, tax, total: net + tax, time };
}

const taxed = ({ tax, taxOf }: Books, id: string | null, amount: number): PricedLine['tax'] => {
  const rate = (id === null ? undefined : taxOf.get(id)) ?? tax;
  return { ...rate, amount: taxOn(amount, rate.percent) };
};

const standingLines = (books: Books, contract: ContractBooks): PricedLine[] =>
  contract.lines.flatMap((line) =>
    standingDue(contract, line, { by: books.by, billed: line.billed, digits: books.digits }).map((month) => {
      const [only, ...others] = month.parts;
      const plain = only && others.length === 0 && only.days === only.of && month.billedBefore === 0;
      return {
        quantity: plain ? only.quantity : '1',
        price: plain ? only.price : decimalOf(ratio(month.amount, 10 ** books.digits)),
        amount: month.amount,
        tax: taxed(books, line.id, month.amount),
        from: { kind: 'standing', contractId: contract.id, lineId: line.id, month },
      };
    }),
  );

const timeLine = (books: Books, charge: TimeCharge): PricedLine => ({
  quantity: decimalOf(ratio(charge.seconds, 3_600)),
  price: charge.price,
  amount: charge.amount,
  tax: taxed(books, charge.lineId, charge.amount),
  from: { kind: 'time', charge },
});

function chargeLine(books: Books, charge: Charge): PricedLine {
  const amount = toMinor(exact(charge.quantity).mul(exact(charge.price)), books.digits);
  return {
    quantity: charge.quantity,
    price: charge.price,
    amount,
    tax: taxed(books, charge.id, amount),
    from: { kind: 'charge', charge },
  };
}
