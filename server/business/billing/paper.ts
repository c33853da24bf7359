import { type Block, heading, type PdfDocument } from '#platform/pdf/index.ts';
import type { Letterhead } from '#server/channels/brand/index.ts';
import { billedIn, runNameIn } from '#shared/billed-words.ts';
import type { InvoiceParty, InvoiceView } from '#shared/billing.ts';
import type { Spoken } from '#shared/languages.ts';
import { moneyIn, numberIn, priceIn } from '#shared/money-words.ts';
import { taxNumberOf } from '#shared/party-words.ts';
import { dayIn } from '#shared/when-words.ts';
import { PAPER_WORDS, type PaperWords } from './paper-words.ts';

/** How a paper writes what it says by itself, amounts of one currency (in minor units), and days. */
type Wording = {
  readonly words: PaperWords;
  readonly money: (minor: number) => string;
  readonly day: (day: string) => string;
  /** An exact number, such as a quantity. */
  readonly number: (digits: string) => string;
  /** What one costs, with the currency. */
  readonly price: (digits: string) => string;
};

export const wordingOf = (language: Spoken, currency: string): Wording => ({
  words: PAPER_WORDS[language],
  money: (minor) => moneyIn(language, { minor, currency }),
  day: (day) => dayIn(language, day),
  number: (digits) => numberIn(language, digits),
  price: (price) => priceIn(language, { price, currency }),
});

/** What the document is called: `tax invoice` where a tax is charged by a seller with a number for it. */
export function titleOf({ kind, seller, tax }: Pick<InvoiceView, 'kind' | 'seller' | 'tax'>, language: Spoken): string {
  const { credit, taxInvoice, invoice } = PAPER_WORDS[language];
  if (kind === 'credit') return credit;
  return taxNumberOf(seller) !== null && tax !== 0 ? taxInvoice : invoice;
}

/** The name of a file with an invoice: letters, digits and hyphens of its number. */
export const fileNameOf = (number: string): string => `invoice-${number.replaceAll(/[^A-Za-z0-9-]/g, '')}`;

/**
 * An invoice on paper, as its reader reads it. One that charges a tax, of a seller with a number for it, is called a tax invoice, as Australia
 * and New Zealand want it (ATO, “Tax invoices”; IRD, “Taxable supply information”): who sells and under which number, who buys, the date,
 * what was sold at which price, and the tax by rate.
 */
export function invoicePaper(
  invoice: InvoiceView,
  { frame, language }: Pick<Letterhead, 'frame'> & { language: Spoken },
): PdfDocument {
  const wording = wordingOf(language, invoice.currency);
  const { words, money } = wording;
  return {
    ...frame,
    blocks: [
      { kind: 'title', words: `${titleOf(invoice, language)} ${invoice.number}` },
      { kind: 'facts', facts: factsOf(invoice, wording) },
      ...partiesOn(invoice, wording),
      heading(runNameIn(language, invoice.name)),
      linesOf(invoice, language),
      {
        kind: 'facts',
        facts: [
          [words.beforeTax, money(invoice.net)],
          ...taxesOf(invoice, wording),
          [words.total, [{ text: money(invoice.total), bold: true }]],
        ],
      },
      ...notesOf(invoice),
      ...payOf(invoice, wording),
    ],
  };
}

const factsOf = (
  { issuedOn, dueOn, kind, credits, buyer, reason }: InvoiceView,
  { words, day }: Wording,
): [string, string | null][] => [
  [words.date, day(issuedOn)],
  [words.due, kind === 'credit' ? null : day(dueOn)],
  [words.credits, credits && `${words.invoice} ${credits.number}`],
  [words.because, reason || null],
  [words.reference, buyer.reference || null],
];

type Named = Pick<InvoiceParty, 'name' | 'address' | 'taxNumberName' | 'taxNumber'>;

/** Who sells and who buys. */
export const partiesOn = (
  { seller, buyer }: Record<'seller' | 'buyer', Named>,
  { words }: Pick<Wording, 'words'>,
): Block[] => [heading(words.from), ...partyOf(seller, words), heading(words.to), ...partyOf(buyer, words)];

function partyOf(party: Named, words: PaperWords): Block[] {
  const lines = [party.name, ...party.address.split('\n'), taxNumberOf(party, words.taxNumber) ?? ''].filter(
    (line) => line.trim() !== '',
  );
  return lines.map((line): Block => ({ kind: 'text', words: line }));
}

function linesOf({ lines, currency }: InvoiceView, language: Spoken): Block {
  const { words, money, number, price } = wordingOf(language, currency);
  const bare = (amount: string) => amount.replace(currency, '').trim();
  const columns = [
    { head: words.what, share: 9 },
    { head: words.quantity, share: 3, align: 'right' as const },
    { head: words.price, share: 3, align: 'right' as const },
    { head: words.tax, share: 2, align: 'right' as const },
    { head: `${words.amount} (${currency})`, share: 4, align: 'right' as const },
  ];
  const rows = lines.map((line) => [
    billedIn(language, line.name),
    `${number(line.quantity)}${line.unit ? ` ${line.unit}` : ''}`,
    bare(price(line.price)),
    `${number(line.taxPercent)} %`,
    bare(money(line.amount)),
  ]);
  return { kind: 'table', columns, rows };
}

/** Each tax with what it was charged on. */
function taxesOf({ lines }: InvoiceView, { words, money, number }: Wording): [string, string][] {
  return [...Map.groupBy(lines, ({ taxName, taxPercent }) => `${taxName} ${number(taxPercent)} %`)].map(
    ([name, group]) => {
      const on = group.reduce((sum, { amount }) => sum + amount, 0);
      const tax = group.reduce((sum, line) => sum + line.tax, 0);
      return [name, words.on.replace('{tax}', money(tax)).replace('{amount}', money(on))];
    },
  );
}

const notesOf = ({ lines }: InvoiceView): Block[] =>
  [...new Set(lines.map(({ taxNote }) => taxNote))]
    .filter((note) => note !== '')
    .map((words) => ({ kind: 'text', words }));

function payOf({ kind, seller, dueOn, open }: InvoiceView, { words, money, day }: Wording): Block[] {
  if (kind === 'credit' || open <= 0) return [];
  const pay = words.pay.replace('{amount}', money(open)).replace('{day}', day(dueOn));
  return [heading(words.howToPay), { kind: 'text', words: pay }, ...payToOf(seller)];
}

/** Where to pay, a line each. */
export const payToOf = ({ payTo }: InvoiceParty): Block[] =>
  payTo === '' ? [] : payTo.split('\n').map((words): Block => ({ kind: 'text', words }));
