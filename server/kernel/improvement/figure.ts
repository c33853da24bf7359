import { quantile } from '../value-stream/figures.ts';
import type { Figure, How, Sample } from './types.ts';

/** The figure of what was measured: a median, a mean, a share in percent, or all parts of all wholes in percent. */
export function figureOf(sample: Sample, { of }: Pick<How, 'of'>): Figure {
  if (sample.kind === 'hand') return { figure: sample.figure, n: 1, low: null, high: null };
  if (sample.kind === 'share') {
    const figure = sample.of === 0 ? null : (100 * sample.hits) / sample.of;
    return { figure, n: sample.of, low: null, high: null };
  }
  if (sample.kind === 'ratios') {
    const each = sample.parts.map((one) => ratioOf([one])).sort((a, b) => a - b);
    if (each.length === 0) return { figure: null, n: 0, low: null, high: null };
    return {
      ...{ figure: ratioOf(sample.parts), n: each.length },
      ...{ low: quantile(each, 0.25), high: quantile(each, 0.75) },
    };
  }
  const sorted = sample.values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return { figure: null, n: 0, low: null, high: null };
  return {
    figure: of === 'mean' ? meanOf(sorted) : quantile(sorted, 0.5),
    n: sorted.length,
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
  };
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** All parts of all wholes, in percent; a whole is more than nothing. */
export function ratioOf(parts: readonly (readonly [part: number, whole: number])[]): number {
  const [part, whole] = parts.reduce(([a, b], [of, all]) => [a + of, b + all], [0, 0]);
  return (100 * part) / whole;
}
