import type { MeasureWords } from '#shared/improvement-words.ts';

/**
 * What was measured in a period: single values, a share, parts of wholes (of each ticket or day how much of how much), or one figure that
 * somebody entered.
 */
export type Sample =
  | { readonly kind: 'values'; readonly values: readonly number[] }
  | { readonly kind: 'share'; readonly hits: number; readonly of: number }
  | { readonly kind: 'ratios'; readonly parts: readonly (readonly [part: number, whole: number])[] }
  | { readonly kind: 'hand'; readonly figure: number };
export type How = Pick<MeasureWords, 'of' | 'better'>;

/** A figure with how many it is of, and between what half of the single values lie; null where there is none. */
export type Figure = {
  readonly figure: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
};

/** Whether it became better: by how much, and how sure that is. `probability` (0 to 1) is null where it cannot be said. */
export type Effect = {
  readonly difference: number | null;
  readonly probability: number | null;
  /** Nine times of ten the difference lies between these. */
  readonly low: number | null;
  readonly high: number | null;
  readonly words: string;
};
