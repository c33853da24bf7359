import type { Spoken } from './languages.ts';

/** The colon after a label: in French it keeps a space before it, which does not break. */
export const colonIn = (language: Spoken): string => (language === 'fr' ? '\u00a0:' : ':');

/** A label and what it is of, as a language writes them: `Coût : 12 EUR`. */
export const labelledIn = (language: Spoken, label: string, value: string): string =>
  `${label}${colonIn(language)} ${value}`;
