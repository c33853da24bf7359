import { fold, foldedWords } from '#kernel/fold.ts';

/** So many things to do are offered beside what was found. */
const MOST_DONE = 6;

type Labelled = { label: string };

/** Each word typed begins one of the label's: "move another" means "Move to another client". */
const isMeant = ({ label }: Labelled, typed: readonly string[]) =>
  typed.every((word) => foldedWords(label).some((own) => own.startsWith(word)));

/** Whether something that can be done is called so: it stands above all that a search may still find. */
export const isToDo = (text: string, actions: readonly Labelled[]): boolean =>
  actions.some((one) => isMeant(one, foldedWords(text)));

/**
 * The lines of the palette for a text: the ticket with just that key, then what can be done and is called so, then what was found,
 * then what else can be done.
 */
export function inOrder<Line extends Labelled>(
  text: string,
  found: readonly (Line & { key?: string })[],
  actions: readonly Line[],
): Line[] {
  const typed = foldedWords(text);
  const exact = found.filter(({ key }) => key !== undefined && fold(key) === fold(text.trim()));
  const meant = actions.filter((one) => isMeant(one, typed)).slice(0, MOST_DONE);
  const rest = actions.filter((one) => !meant.includes(one)).slice(0, MOST_DONE - meant.length);
  return [...exact, ...meant, ...found.filter((one) => !exact.includes(one)), ...rest];
}
