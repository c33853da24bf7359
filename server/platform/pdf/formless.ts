/** Stands for a character that the typeface has no form for. */
export const FORMLESS = '□';

/** Joins, directions and variants of the character before: they show nothing by themselves. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is meant by itself
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/gu;
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they come with what was pasted
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;

/** A text of characters that can be printed: composed, without what is not seen. `missing` hears of each that has no form. */
export function printable(text: string, hasForm: (point: number) => boolean, missing: () => void): string {
  const plain = text.normalize('NFC').replace(UNSEEN, '').replace(SPACES, ' ').replace(CONTROL, '');
  let out = '';
  for (const character of plain) {
    const isKnown = character === '\n' || hasForm(character.codePointAt(0) ?? 0);
    if (!isKnown) missing();
    out += isKnown ? character : FORMLESS;
  }
  return out;
}
