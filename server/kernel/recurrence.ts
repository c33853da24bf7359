/** Things that come again: when next, by the clock on the wall of a zone, and in words. */
export { nextOccurrence, nextOccurrences } from './recurrence/next.ts';
export { checkRecurrence, describeRecurrence } from './recurrence/words.ts';
