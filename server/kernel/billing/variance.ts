import { type Decimal, decimalOf, exact, toMinor } from './exact.ts';
import { contractMonth, type Day, monthIndex } from './months.ts';
import { monthCost, type Schedule } from './standing.ts';
import { type Term, type TermsOf, termStretches } from './terms.ts';

/** A line of a contract whose quantity is counted. */
export type CountedLine = {
  readonly terms: readonly Term[];
  readonly until: Day | null;
  readonly prorated: boolean;
};

/** By how much a count differs from a contract, and what that costs, in minor units. */
export type Variance = {
  readonly contracted: Decimal;
  readonly difference: Decimal;
  readonly price: Decimal;
  /** The same difference for a whole month at the price of the day. */
  readonly monthly: number;
  /** What the month of the contract that has begun would cost more or less, were the count agreed from the day on. */
  readonly thisMonth: number;
  /** The day after the last of that month. */
  readonly monthEnds: Day;
};

/** What a count on a day means for a line; null where the line has no terms on that day. */
export function varianceOf(
  line: CountedLine,
  contract: TermsOf & Schedule,
  { day, counted }: { day: Day; counted: Decimal },
): Variance | null {
  const held = line.terms.findLast(({ from }) => from <= day);
  const stretches = termStretches(line, contract, day);
  const now = stretches.find(({ from, until }) => from <= day && (until === null || day < until));
  if (!held || !now) return null;
  const { digits } = contract;
  const worth = (quantity: Decimal) => toMinor(exact(quantity).mul(exact(now.price)), digits);
  const others = line.terms.filter(({ from }) => from !== day);
  const terms = [...others, { ...held, from: day, quantity: counted }].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const month = contractMonth(contract.begins, monthIndex(contract.begins, day));
  const costs = (some: typeof stretches) =>
    monthCost(contract, { stretches: some, prorated: line.prorated }, month, digits).amount;
  return {
    contracted: decimalOf(exact(now.quantity)),
    difference: decimalOf(exact(counted).sub(exact(now.quantity))),
    price: now.price,
    monthly: worth(counted) - worth(now.quantity),
    thisMonth: costs(termStretches({ ...line, terms }, contract, day)) - costs(stretches),
    monthEnds: month.until,
  };
}

/** What was decided last about a line: `day` is from when the count was accepted, or until when it was set aside. */
export type Decision = {
  readonly kind: 'accept' | 'set_aside' | 'keep';
  readonly counted: Decimal;
  readonly contracted: Decimal;
  readonly day: Day | null;
};

/**
 * Where a difference stands that is looked at today as of a day. What was kept holds as long as the difference is the same; what was set
 * aside until its day has come; what was accepted for a later day until then, while as many are counted.
 */
export function varianceStands(
  { difference }: Pick<Variance, 'difference'>,
  decision: Decision | null,
  { day, today, counted }: { day: Day; today: Day; counted: Decimal },
): 'agrees' | 'open' | 'set_aside' | 'kept' | 'accepted' {
  if (exact(difference).n === 0n) return 'agrees';
  if (decision === null) return 'open';
  const until = decision.day ?? day;
  if (decision.kind === 'set_aside') return today < until ? 'set_aside' : 'open';
  if (decision.kind === 'accept')
    return day < until && exact(decision.counted).equals(exact(counted)) ? 'accepted' : 'open';
  const meant = exact(decision.counted).sub(exact(decision.contracted));
  return meant.equals(exact(difference)) ? 'kept' : 'open';
}
