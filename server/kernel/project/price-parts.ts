import { exact, ratio, shares } from '../billing.ts';

/** Parts of a price in minor units by their per cent, so that those up to any of them are together never a whole unit off. */
export const priceParts = (price: number, percents: readonly string[]): number[] =>
  shares(
    percents.map((percent) => ratio(price).mul(exact(percent)).div(100)),
    0,
  );
