/** From work and contracts to what a client owes: exact, pure, and with what each amount came of. */
export type { Grant } from './billing/blocks.ts';
export type { Covers } from './billing/coverage.ts';
export { type Decimal, decimalOf, exact, ratio, shares, toMinor } from './billing/exact.ts';
export { contractMonth, type Day, monthIndex } from './billing/months.ts';
export { marginOf, outlookOf, type Worth } from './billing/outlook.ts';
export {
  type Books,
  type Charge,
  type ContractBooks,
  type Priced,
  type PricedLine,
  priceBooks,
  type Tax,
} from './billing/price.ts';
export type { Multipliers, Rate, RateLevel } from './billing/rates.ts';
export type { Stretch } from './billing/recurring.ts';
export { monthCost } from './billing/standing.ts';
export { type Term, termStretches } from './billing/terms.ts';
export { type Entry, priceTime, type TimeBooks, type TimeLine, type TimeTerms } from './billing/time.ts';
export { priceOn, type Uplift, withUplift } from './billing/uplift.ts';
export { type Decision, type Variance, varianceOf, varianceStands } from './billing/variance.ts';
