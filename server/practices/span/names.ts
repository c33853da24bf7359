import type { SpanHow } from '#shared/span.ts';

/** What a whole is to its tickets, in words. */
export const HOW_WORDS: Readonly<Record<SpanHow, string>> = {
  problem: 'the problem behind it',
  major: 'the major incident',
  change: 'the change that caused it',
};

/** What a whole is called at a client that it is not of, until somebody says: nothing of another client. */
export const NAMELESS: Readonly<Record<string, string>> = {
  problem: 'A problem of several clients',
  incident: 'A major incident of several clients',
  change: 'A change for several clients',
};
