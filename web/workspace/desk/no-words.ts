import { foldedWords } from '#kernel/fold.ts';

/** Said where nothing can be found, since signs alone are not searched. */
export const NO_WORDS = 'There are no words to look for in this: search finds letters and digits.';

/** Whether a text has signs alone, such as an emoji; an empty one asks for nothing. */
export const hasNoWords = (text: string): boolean => text.trim() !== '' && foldedWords(text).length === 0;
