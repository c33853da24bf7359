import type { BilledWay } from '#shared/product-words.ts';
import type { Choice } from '#shared/quote-words.ts';
import { type Decimal, decimalOf, exact, toMinor } from './billing/exact.ts';
import { taxOn } from './billing/tax.ts';

/** A line as it is offered. Decimals are exact; `cost`: of one, null where nobody has said. */
export type OfferedLine = {
  readonly quantity: Decimal;
  readonly price: Decimal;
  /** Per cent off the price. */
  readonly discount: Decimal;
  readonly cost: Decimal | null;
  readonly taxPercent: Decimal;
  readonly billed: BilledWay;
};
export type PricedOffer = {
  /** What one costs after the discount. */
  readonly unitPrice: Decimal;
  /** Minor units. */
  readonly amount: number;
  readonly tax: number;
  readonly cost: number | null;
};
/** Sums in minor units; `uncosted`: how many lines nobody has said the cost of. */
export type OfferSums = {
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly cost: number;
  readonly uncosted: number;
};

/** What one costs after the discount, to four digits behind the point: contracts and invoices go on with it, so that nothing differs. */
export const discounted = ({ price, discount }: Pick<OfferedLine, 'price' | 'discount'>): Decimal =>
  decimalOf(
    exact(price)
      .mul(exact('100').sub(exact(discount)))
      .div(100),
  );

/**
 * Prices a line in a currency with so many digits, as an invoice will: the discount comes off the price of one, quantity × price is rounded
 * once, and tax is rounded for each line. RangeError beyond what a number holds.
 */
export function priceOffer(line: OfferedLine, digits: number): PricedOffer {
  const unitPrice = discounted(line);
  const amount = toMinor(exact(line.quantity).mul(exact(unitPrice)), digits);
  return {
    ...{ unitPrice, amount, tax: taxOn(amount, line.taxPercent) },
    cost: line.cost === null ? null : toMinor(exact(line.quantity).mul(exact(line.cost)), digits),
  };
}

/** What lines come to that are billed in a way. */
export function sumOffers(lines: readonly OfferedLine[], billed: BilledWay, digits: number): OfferSums {
  const sums = { net: 0, tax: 0, total: 0, cost: 0, uncosted: 0 };
  for (const line of lines) {
    if (line.billed !== billed) continue;
    const { amount, tax, cost } = priceOffer(line, digits);
    sums.net += amount;
    sums.tax += tax;
    sums.total += amount + tax;
    sums.cost += cost ?? 0;
    if (cost === null) sums.uncosted += 1;
  }
  return sums;
}

/** A line that may be chosen. */
export type Choosable = {
  readonly id: string;
  readonly choice: Choice;
  readonly group: string;
  readonly chosen: boolean;
};

/** What is chosen unless the client says otherwise: of each group the first that is marked, else its first. */
export function chosenAtFirst(lines: readonly Choosable[]): ReadonlySet<string> {
  const taken = new Set(lines.filter(({ choice, chosen }) => choice === 'optional' && chosen).map(({ id }) => id));
  for (const group of groupsOf(lines).values()) {
    const first = group.find(({ chosen }) => chosen) ?? group[0];
    if (first) taken.add(first.id);
  }
  return taken;
}

/** Lines of which one is taken, by the name of their group. */
export const groupsOf = <L extends Choosable>(lines: readonly L[]): Map<string, L[]> =>
  Map.groupBy(
    lines.filter(({ choice }) => choice === 'one_of'),
    ({ group }) => group,
  );

/** The lines that are in it once some are chosen. */
export const takenOf = <L extends Choosable>(lines: readonly L[], chosen: ReadonlySet<string>): L[] =>
  lines.filter(({ id, choice }) => choice === 'fixed' || chosen.has(id));

/** The names of groups of which not exactly one is chosen. */
export const undecidedGroups = (lines: readonly Choosable[], chosen: ReadonlySet<string>): string[] =>
  [...groupsOf(lines)]
    .filter(([, group]) => group.filter(({ id }) => chosen.has(id)).length !== 1)
    .map(([name]) => name);
