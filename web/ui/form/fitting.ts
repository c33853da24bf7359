import { type ComboboxItem, type ComboboxParsedItem, isOptionsGroup, type OptionsFilter } from '@mantine/core';
import { fold, foldedWords } from '#kernel/fold.ts';

/** How well a label fits what was typed, least is best; null where it lacks a word. */
function rank(label: string, typed: string): number | null {
  const [folded, text] = [fold(label), fold(typed).trim()];
  if (folded === text) return 0;
  if (folded.startsWith(text)) return 1;
  if (!text.split(/\s+/).every((word) => folded.includes(word))) return null;
  return foldedWords(label).some((word) => word.startsWith(text)) ? 2 : 3;
}

/** Whether a text has every word typed, accents or not. */
export const fits = (text: string, typed: string): boolean => rank(text, typed) !== null;

/** The options that have every word typed, accents or not, the nearest first; equally near ones stay in their order. */
export function fitting(options: readonly ComboboxItem[], typed: string): ComboboxItem[] {
  return options
    .flatMap((option) => {
      const at = rank(option.label, typed);
      return at === null ? [] : [{ option, at }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ option }) => option);
}

/** The same within each group, as Mantine asks for it. */
export const fittingFilter: OptionsFilter = ({ options, search, limit }) => {
  if (search.trim() === '') return options.slice(0, limit);
  const loose = options.filter((one): one is ComboboxItem => !isOptionsGroup(one));
  const groups: ComboboxParsedItem[] = options.flatMap((one) => {
    if (!isOptionsGroup(one)) return [];
    const items = fitting(one.items, search);
    return items.length > 0 ? [{ ...one, items: items.slice(0, limit) }] : [];
  });
  return [...fitting(loose, search).slice(0, limit), ...groups];
};

/** What leaving a field with this text in it chooses: what is called so, or the only one that fits. */
export function meant(options: readonly ComboboxItem[], typed: string): ComboboxItem | null {
  const [first, second] = fitting(
    options.filter(({ disabled }) => !disabled),
    typed,
  );
  return first && (!second || fold(first.label) === fold(typed).trim()) ? first : null;
}
