/** Letters that Unicode does not take apart, and how they are typed without their accents. */
const TYPED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ς: 'σ',
};
const LETTERS = new RegExp(`[${Object.keys(TYPED).join('')}]`, 'g');

/** A text as it is compared and searched: lower case, without accents. The database does the same in `app.plain`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(LETTERS, (letter) => TYPED[letter] ?? letter);
}

/** A word: letters with their marks, and digits; everything else parts them. */
export const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, folded. */
export function foldedWords(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}
