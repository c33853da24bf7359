import { type Decimal, exact, ratio, toMinor } from './exact.ts';

/** The tax of one line in minor units: its amount × percent ÷ 100, rounded by itself, as accounting systems recompute it. */
export const taxOn = (amount: number, percent: Decimal): number =>
  toMinor(ratio(amount).mul(exact(percent)).div(100), 0);
