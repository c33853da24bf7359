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

export const PAYER_WORDS: Readonly<Record<Payer, string>> = {
  own: 'Own pocket',
  company: 'Company card',
};
