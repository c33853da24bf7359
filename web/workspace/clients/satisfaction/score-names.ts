import type { Score } from '#shared/satisfaction-words.ts';

/** Ratings in words. */
export const SCORE_NAMES: Readonly<Record<Score, string>> = {
  good: 'Content',
  fair: 'In between',
  bad: 'Not content',
};
