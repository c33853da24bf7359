import { MOST_FILE_BYTES, tooLargeWords } from './file-words.ts';

/** Who paid for it: its person, who is paid back, or the firm. */
export const PAYERS = ['own', 'company'] as const;
export type Payer = (typeof PAYERS)[number];

/** What receipts may be: pictures, also as telephones take them, and PDF. */
export const RECEIPT_TYPES = [
  ...['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/heic', 'image/heif'],
  'application/pdf',
];

/** How many receipts an expense may have. */
export const MOST_RECEIPTS = 10;

export const RECEIPT_WORDS = {
  other: 'must be a picture or a PDF',
  tooMany: `An expense may have at most ${MOST_RECEIPTS} receipts.`,
} as const;

/** Why a file is no receipt, before it is sent; null where nothing is known against it. A browser that does not know a type says none. */
export const receiptFault = ({ type, size }: { type: string; size: number }): string | null =>
  size === 0 || (type !== '' && !RECEIPT_TYPES.includes(type))
    ? RECEIPT_WORDS.other
    : size > MOST_FILE_BYTES
      ? tooLargeWords(size)
      : null;

export const PAYER_WORDS: Readonly<Record<Payer, string>> = {
  own: 'Own pocket',
  company: 'Company card',
};
