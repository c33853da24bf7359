import type { Block } from './document.ts';

/** A heading within a document. */
export const heading = (words: string): Block => ({ kind: 'heading', level: 3, words });

/** What somebody typed, a paragraph for each line that says something. */
export const paragraphs = (text: string): Block[] =>
  text
    .split('\n')
    .filter((words) => words.trim() !== '')
    .map((words) => ({ kind: 'text', words }));
