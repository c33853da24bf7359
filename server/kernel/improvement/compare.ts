import { quantile } from '../value-stream/figures.ts';
import { chance } from './chance.ts';
import { figureOf, meanOf, ratioOf } from './figure.ts';
import type { Effect, How, Sample } from './types.ts';

/** Fewer of them on either side say nothing. */
export const NEEDED = { values: 8, share: 10 } as const;
const RESAMPLES = 1_000;
/** The same whenever it is asked for, so that a result can be repeated. */
const SEED = 20_261_130;

/**
 * Whether something became better, and how sure that is. Single values: the two-sample percentile bootstrap (Efron & Tibshirani, An
 * Introduction to the Bootstrap, 1993, chapters 8 and 13): of both periods as many values are drawn with replacement as there are, a thousand
 * times; the probability is how often the second comes out better, ties counting half. Parts of wholes are drawn in the same way, in pairs, as
 * the book has it for the ratio of two sums. Shares: the normal approximation for the difference
 * of two proportions with a success and a failure added to each (Agresti & Caffo, The American Statistician 54, 2000). Figures entered by
 * hand have no spread, so nothing is said of chance.
 */
export function compare(before: Sample, after: Sample, how: How): Effect {
  const [was, is] = [figureOf(before, how), figureOf(after, how)];
  if (was.figure === null || is.figure === null) return unsaid(null, 'Nothing was measured in one of the periods.');
  const difference = is.figure - was.figure;
  if (before.kind === 'values' && after.kind === 'values') {
    if (Math.min(was.n, is.n) < NEEDED.values) return tooFew(difference, was.n, is.n, NEEDED.values);
    return bootstrap(before.values, after.values, how.of === 'mean' ? meanOf : medianOf, how, difference);
  }
  if (before.kind === 'ratios' && after.kind === 'ratios') {
    if (Math.min(was.n, is.n) < NEEDED.values) return tooFew(difference, was.n, is.n, NEEDED.values);
    return bootstrap(before.parts, after.parts, ratioOf, how, difference);
  }
  if (before.kind === 'share' && after.kind === 'share') {
    if (Math.min(was.n, is.n) < NEEDED.share) return tooFew(difference, was.n, is.n, NEEDED.share);
    return ofShares(before, after, how, difference);
  }
  return unsaid(difference, 'Entered by hand: what chance did cannot be said.');
}

const unsaid = (difference: number | null, words: string): Effect => ({
  ...{ difference, probability: null, low: null, high: null, words },
});
const tooFew = (difference: number, before: number, after: number, needed: number): Effect =>
  unsaid(difference, `Too few to say: ${before} before and ${after} after, where ${needed} of each are needed.`);

const medianOf = (values: readonly number[]) =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

function bootstrap<T>(
  before: readonly T[],
  after: readonly T[],
  figure: (drawn: readonly T[]) => number,
  how: How,
  difference: number,
): Effect {
  const next = chance(SEED);
  const of = (those: readonly T[]) => figure(those.map(() => those[Math.floor(next() * those.length)] as T));
  const differences = Array.from({ length: RESAMPLES }, () => of(after) - of(before)).sort((a, b) => a - b);
  const better = differences.filter((one) => (how.better === 'less' ? one < 0 : one > 0)).length;
  const same = differences.filter((one) => one === 0).length;
  const probability = (better + same / 2) / RESAMPLES;
  return {
    ...{ difference, probability, low: quantile(differences, 0.05), high: quantile(differences, 0.95) },
    words: effectWords(probability),
  };
}

type Share = Extract<Sample, { kind: 'share' }>;

function ofShares(before: Share, after: Share, how: How, difference: number): Effect {
  const share = ({ hits, of }: Share) => ({ p: (hits + 1) / (of + 2), n: of + 2 });
  const [was, is] = [share(before), share(after)];
  const error = Math.sqrt((was.p * (1 - was.p)) / was.n + (is.p * (1 - is.p)) / is.n);
  const z = (is.p - was.p) / error;
  const probability = normal(how.better === 'more' ? z : -z);
  const [low, high] = [is.p - was.p - 1.645 * error, is.p - was.p + 1.645 * error];
  return { difference, probability, low: 100 * low, high: 100 * high, words: effectWords(probability) };
}

/** The share of a normal distribution below z, to four digits (Abramowitz & Stegun, Handbook of Mathematical Functions, 26.2.17). */
export function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
  return z >= 0 ? 1 - above : above;
}

/** How sure one is, in plain words; never wholly. */
export function effectWords(probability: number): string {
  const better = Math.min(99, Math.max(1, Math.round(100 * probability)));
  if (better >= 95) return `Better, almost certainly (${better} %).`;
  if (better >= 80) return `Likely better (${better} %).`;
  if (better <= 5) return `Worse, almost certainly (${100 - better} %).`;
  if (better <= 20) return `Likely worse (${100 - better} %).`;
  return `No clear difference: better with ${better} %.`;
}
