import { heardIn } from '#platform/said/index.ts';
import { labelledIn } from '#shared/label-words.ts';
import type { Spoken } from '#shared/languages.ts';
import type { ChangedLine } from './changed-lines.ts';

type Words = { readonly changed: string; readonly nothing: string; readonly askedAgain: string };

const WORDS: Readonly<Record<Spoken, Words>> = {
  en: {
    changed: 'What was changed',
    nothing: 'nothing',
    askedAgain: 'It has to be approved anew, and work waits for that.',
  },
  de: {
    changed: 'Was geändert wurde',
    nothing: 'nichts',
    askedAgain: 'Es muss neu genehmigt werden, und die Arbeit wartet darauf.',
  },
  fr: {
    changed: 'Ce qui a été modifié',
    nothing: 'rien',
    askedAgain: 'Une nouvelle approbation est nécessaire, et le travail l’attend.',
  },
  es: {
    changed: 'Lo que se ha cambiado',
    nothing: 'nada',
    askedAgain: 'Tiene que aprobarse de nuevo, y el trabajo espera a ello.',
  },
  nl: {
    changed: 'Wat er is gewijzigd',
    nothing: 'niets',
    askedAgain: 'Het moet opnieuw worden goedgekeurd, en het werk wacht daarop.',
  },
};

/** What stands above the changes of a request, in the reader's language. */
export const changedTitle = (language: Spoken): string => WORDS[language].changed;

/** What is said where changed answers have to be approved anew. */
export const askedAgain = (language: Spoken): string => WORDS[language].askedAgain;

/** A change in the reader's language, its label apart: what it was, and what it is. */
export function changeWords(language: Spoken, { label, from, to }: ChangedLine): { label: string; value: string } {
  const said = (value: string | null) => (value === null ? WORDS[language].nothing : heardIn(language, value));
  return { label, value: `${said(from)} → ${said(to)}` };
}

/** The same as one line. */
export function changeLine(language: Spoken, line: ChangedLine): string {
  const { label, value } = changeWords(language, line);
  return labelledIn(language, label, value);
}
