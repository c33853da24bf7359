import { TICKET_KINDS } from '#shared/vocabulary.ts';

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).replaceAll('_', ' ');
export const choicesOf = (words: readonly string[]) => words.map((value) => ({ value, label: capital(value) }));

export const KINDS = choicesOf(TICKET_KINDS);

/** How much is hurt, and how soon it must work again; the API counts 1 high to 3 low. */
export const LEVELS = [
  { value: '1', label: 'High' },
  { value: '2', label: 'Medium' },
  { value: '3', label: 'Low' },
];

/** `null` and its number for a field of choices, which holds text. */
export const levelText = (level: number | undefined): string | null => (level === undefined ? null : String(level));
