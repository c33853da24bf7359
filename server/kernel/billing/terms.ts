import type { Decimal } from './exact.ts';
import { contractMonth, type Day, monthIndex } from './months.ts';
import type { Stretch } from './recurring.ts';
import { type Uplift, withUplift } from './uplift.ts';

/** From a day on so many at a price, which was agreed as of a day. */
export type Term = { readonly from: Day; readonly quantity: Decimal; readonly price: Decimal; readonly agreed: Day };

/** What of a contract decides how long the terms of its lines hold and how their prices rise. */
export type TermsOf = { readonly begins: Day; readonly uplift: Uplift | null; readonly digits: number };

/** What holds when, of terms in the order of their days: each until the next, the last until the line ends, and cut where prices rise. */
export function termStretches(
  { terms, until: ends }: { terms: readonly Term[]; until: Day | null },
  { begins, uplift, digits }: TermsOf,
  by: Day,
): Stretch[] {
  const stretches = terms.map((term, at) => ({ ...term, until: terms[at + 1]?.from ?? ends }));
  const held = stretches.filter(
    ({ from, until }) => (ends === null || from < ends) && (until === null || from < until),
  );
  // A period that is billed in advance reaches up to a year beyond the day.
  const until = contractMonth(begins, Math.max(0, monthIndex(begins, by)) + 13).until;
  return withUplift(held, { begins, uplift, until, digits });
}
