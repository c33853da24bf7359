import type { Sees } from '#shared/vocabulary.ts';

/** What each level of seeing is called. */
export const SEES_WORDS: Readonly<Record<Sees, string>> = {
  own: 'Their own tickets',
  site: 'Their site’s tickets',
  all: 'The whole company’s tickets',
};

/** The levels, to choose from. */
export const SEES_CHOICES = Object.entries(SEES_WORDS).map(([value, label]) => ({ value, label }));
