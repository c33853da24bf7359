/** Scripts whose letters are written otherwise with a joiner, or its contrary, between them. */
const JOINING = '[\\p{sc=Arab}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Taml}\\p{sc=Telu}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Sinh}]';
/** What is seen by what it does to its neighbours: within an emoji, and between two letters of those scripts. */
const MEANT = [
  '(?<=\\p{ExtPict})\\ufe0f',
  '(?<=[\\p{ExtPict}\\p{EMod}\\ufe0f])\\u200d(?=\\p{ExtPict})',
  `(?<=${JOINING})[\\u200c\\u200d](?=${JOINING})`,
].join('|');
const UNSEEN = new RegExp(`(${MEANT})|\\p{Default_Ignorable_Code_Point}`, 'gu');
/** As many as the scripts of the world put on one letter; more only hide what stands around it. */
const MARKS = /(\p{M}{4})\p{M}+/gu;

/** A text without the characters that nobody sees, such as blanks of no width, and with at most four accents on a letter. */
export const visible = (text: string): string => text.replace(UNSEEN, '$1').replace(MARKS, '$1');
