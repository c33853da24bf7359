import { quantile } from '../value-stream/figures.ts';
import type { Figure, How, Sample } from './types.ts';

/** The figure of what was measured: a median, a mean, or a share in percent. */
export function figureOf(sample: Sample, { of }: Pick<How, 'of'>): Figure {
  if (sample.kind === 'hand') return { figure: sample.figure, n: 1, low: null, high: null };
  if (sample.kind === 'share') {
    const figure = sample.of === 0 ? null : (100 * sample.hits) / sample.of;
    return { figure, n: sample.of, low: null, high: null };
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
