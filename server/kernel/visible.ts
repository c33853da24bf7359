/** As many as the scripts of the world put on one letter; more only hide what stands around it. */
const MARKS = /(\p{M}{4})\p{M}+/gu;

/** A text without the characters that nobody sees, such as blanks of no width, and with at most four accents on a letter. */
export const visible = (text: string): string =>
  text.replace(/\p{Default_Ignorable_Code_Point}+/gu, '').replace(MARKS, '$1');
