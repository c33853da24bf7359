import type { Block, PdfDocument } from '#platform/pdf/index.ts';
import type { Letterhead } from '#server/channels/brand/index.ts';
import type { InvoiceParty, InvoiceView } from '#shared/billing.ts';
import { formatMoney } from '#shared/money-words.ts';
import { dayOf } from './words.ts';

/**
 * An invoice on paper. One that charges a tax, of a seller with a number for it, is called a tax invoice, as Australia and New Zealand want
 * it (ATO, “Tax invoices”; IRD, “Taxable supply information”): who sells and under which number, who buys, the date, what was sold at which
 * price, and the tax by rate.
 */
export function invoicePaper(invoice: InvoiceView, { frame }: Letterhead): PdfDocument {
  const money = (minor: number) => formatMoney({ minor, currency: invoice.currency });
  return {
    ...frame,
    blocks: [
      { kind: 'title', words: `${titleOf(invoice)} ${invoice.number}` },
      { kind: 'facts', facts: factsOf(invoice) },
      heading('From'),
      ...partyOf(invoice.seller),
      heading('To'),
      ...partyOf(invoice.buyer),
      heading(invoice.name),
      linesOf(invoice),
      {
        kind: 'facts',
        facts: [
          ['Before tax', money(invoice.net)],
          ...taxesOf(invoice),
          ['Total', [{ text: money(invoice.total), bold: true }]],
        ],
      },
      ...notesOf(invoice),
      ...payOf(invoice, money),
    ],
  };
}

const heading = (words: string): Block => ({ kind: 'heading', level: 3, words });

/** What the document is called. */
export function titleOf({ kind, seller, tax }: Pick<InvoiceView, 'kind' | 'seller' | 'tax'>): string {
  if (kind === 'credit') return 'Credit note';
  return seller.taxNumber !== '' && tax !== 0 ? 'Tax invoice' : 'Invoice';
}

const factsOf = ({ issuedOn, dueOn, kind, credits, buyer, reason }: InvoiceView): [string, string | null][] => [
  ['Date', dayOf(issuedOn)],
  ['Due', kind === 'credit' ? null : dayOf(dueOn)],
  ['Credits', credits && `Invoice ${credits.number}`],
  ['Because', reason || null],
  ['Your reference', buyer.reference || null],
];

function partyOf({ name, address, taxNumberName, taxNumber }: InvoiceParty): Block[] {
  const number = taxNumber === '' ? [] : [`${taxNumberName || 'Tax number'} ${taxNumber}`];
  const lines = [name, ...address.split('\n'), ...number].filter((line) => line.trim() !== '');
  return lines.map((words): Block => ({ kind: 'text', words }));
}

function linesOf({ lines, currency }: InvoiceView): Block {
  const columns = [
    { head: 'What', share: 9 },
    { head: 'Quantity', share: 3, align: 'right' as const },
    { head: 'Price', share: 3, align: 'right' as const },
    { head: 'Tax', share: 2, align: 'right' as const },
    { head: `Amount (${currency})`, share: 4, align: 'right' as const },
  ];
  const amount = (minor: number) => formatMoney({ minor, currency }).slice(currency.length + 1);
  const rows = lines.map((line) => [
    line.name,
    `${line.quantity}${line.unit ? ` ${line.unit}` : ''}`,
    line.price,
    `${line.taxPercent} %`,
    amount(line.amount),
  ]);
  return { kind: 'table', columns, rows };
}

/** Each tax with what it was charged on. */
function taxesOf({ lines, currency }: InvoiceView): [string, string][] {
  const money = (minor: number) => formatMoney({ minor, currency });
  return [...Map.groupBy(lines, ({ taxName, taxPercent }) => `${taxName} ${taxPercent} %`)].map(([name, group]) => {
    const on = group.reduce((sum, { amount }) => sum + amount, 0);
    return [name, `${money(group.reduce((sum, { tax }) => sum + tax, 0))} on ${money(on)}`];
  });
}

const notesOf = ({ lines }: InvoiceView): Block[] =>
  [...new Set(lines.map(({ taxNote }) => taxNote))]
    .filter((note) => note !== '')
    .map((words) => ({ kind: 'text', words }));

function payOf({ kind, seller, dueOn, open }: InvoiceView, money: (minor: number) => string): Block[] {
  if (kind === 'credit' || open <= 0) return [];
  const to = seller.payTo === '' ? [] : seller.payTo.split('\n').map((words): Block => ({ kind: 'text', words }));
  return [heading('How to pay'), { kind: 'text', words: `Please pay ${money(open)} by ${dayOf(dueOn)}.` }, ...to];
}
