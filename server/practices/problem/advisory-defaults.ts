import { foldedWords } from '#kernel/fold.ts';

export const MOST_WORDS = 10;
/** What firms put behind their name, and no device says of its maker. */
const LEGAL = new Set(['inc', 'ltd', 'llc', 'gmbh', 'corp', 'corporation', 'co', 'ag', 'limited', 'company']);

type Named = { readonly vendor: string; readonly product: string };

/** What an item of this maker and product is called by, without what firms put behind their names. */
export const wordsFor = ({ vendor, product }: Named): string[] => [
  ...new Set([...foldedWords(vendor).filter((word) => !LEGAL.has(word)), ...foldedWords(product)].slice(0, MOST_WORDS)),
];

/** What an advisory is called where nobody says. */
export const titleFor = ({ vendor, product, reference }: Named & { readonly reference: string }): string =>
  `${vendor} ${product}${reference && !addressOf(reference) ? `: ${reference}` : ''}`.slice(0, 200);

/** The reference where it is an address that can be opened; else empty. */
export const addressOf = (reference: string): string =>
  /^https?:\/\/\S+$/i.test(reference) && URL.canParse(reference) ? reference : '';
