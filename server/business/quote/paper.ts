import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { type Block, heading, type PdfDocument, paragraphs } from '#platform/pdf/index.ts';
import { partiesOn, wordingOf } from '#server/business/billing/index.ts';
import { signerLanguage } from '#server/business/signature/index.ts';
import { plainLetterheadFor } from '#server/channels/brand/index.ts';
import type { Spoken } from '#shared/languages.ts';
import type { BilledWay } from '#shared/product-words.ts';
import type { QuoteDetail, QuoteLineView } from '#shared/quote.ts';
import { QUOTE_PAPER_WORDS } from './paper-words.ts';

const QUOTES = systemIdentity('Quotes');
type Wording = ReturnType<typeof wordingOf> & { readonly own: (typeof QUOTE_PAPER_WORDS)[Spoken] };

/** The name of a file with a quote. */
export const fileNameOf = ({ number, revision }: Pick<QuoteDetail, 'number' | 'revision'>): string =>
  `quote-${number}-${revision}`;

/** What it is called, with its revision where there was one before. */
export const calledIn = ({ number, revision }: Pick<QuoteDetail, 'number' | 'revision'>, language: Spoken): string => {
  const { quote, revision: version } = QUOTE_PAPER_WORDS[language];
  return `${quote} ${number}${revision > 1 ? `, ${version} ${revision}` : ''}`;
};

/** How whoever a quote is for is spoken to. For the program. */
export const languageFor = (ctx: Ctx, { client, contact }: QuoteDetail): Promise<Spoken> =>
  signerLanguage(ctx, client.id, contact?.id ?? null);

/**
 * A quote on the client's own paper, in a language, else in that of whoever it is for. For callers that have made sure that whoever asks may
 * know it.
 */
export function printedFor(services: Services, quote: QuoteDetail, spoken: Spoken | null = null): Promise<PdfDocument> {
  return withContext(services, QUOTES, async (ctx) => {
    const language = spoken ?? (await languageFor(ctx, quote));
    const title = calledIn(quote, language);
    const reader = { clientId: quote.client.id, language };
    const { frame } = await plainLetterheadFor(ctx, reader, { title, mark: title });
    return {
      ...frame,
      blocks: blocksOf(quote, { ...wordingOf(language, quote.currency), own: QUOTE_PAPER_WORDS[language] }, title),
    };
  });
}

function blocksOf(quote: QuoteDetail, wording: Wording, title: string): Block[] {
  const { own, day } = wording;
  const { sentAt, validUntil, contact, signature, lines, state } = quote;
  const open = lines.some(({ choice }) => choice !== 'fixed') && state !== 'accepted';
  return [
    { kind: 'title', words: title },
    {
      kind: 'facts',
      facts: [
        [own.sent, sentAt ? day(sentAt.slice(0, 10)) : own.draft],
        [own.until, day(validUntil)],
        [own.for, contact?.name ?? null],
        [
          own.accepted,
          signature &&
            own.signed.replace('{name}', signature.name).replace('{day}', day(signature.signedAt.slice(0, 10))),
        ],
      ],
    },
    ...partiesOn(quote, wording),
    heading(quote.title),
    ...paragraphs(quote.introduction),
    ...(['once', 'monthly'] as const).flatMap((billed) => offerOf(quote, billed, wording)),
    ...(open ? [{ kind: 'text', words: own.choose, dim: true } as const] : []),
    ...(quote.terms.trim() === '' ? [] : [heading(own.terms), ...paragraphs(quote.terms)]),
  ];
}

function offerOf(quote: QuoteDetail, billed: BilledWay, { own, words, money, number, price }: Wording): Block[] {
  const lines = quote.lines.filter((line) => line.billed === billed);
  if (lines.length === 0) return [];
  const { net, tax, total } = quote[billed];
  const columns = [
    { head: words.what, share: 9 },
    { head: words.quantity, share: 3, align: 'right' as const },
    { head: words.price, share: 3, align: 'right' as const },
    { head: words.tax, share: 2, align: 'right' as const },
    { head: `${words.amount} (${quote.currency})`, share: 4, align: 'right' as const },
  ];
  const rows = lines.map((line) => [
    lineWords(line, own),
    `${number(line.quantity)}${line.unit ? ` ${line.unit}` : ''}`,
    price(line.price).replace(quote.currency, '').trim(),
    `${number(line.taxPercent)} %`,
    money(line.amount).replace(quote.currency, '').trim(),
  ]);
  return [
    heading(own[billed]),
    { kind: 'table', columns, rows },
    {
      kind: 'facts',
      facts: [
        [own.beforeTax, money(net)],
        [own.tax, money(tax)],
        [own.total, [{ text: money(total), bold: true }]],
      ],
    },
  ];
}

/** The line with what is to be known of it: what it is, what is off its price, and whether it may be chosen. */
function lineWords({ name, description, discount, choice, group, taken }: QuoteLineView, own: Wording['own']): string {
  const marks = [
    choice === 'optional' ? own.optional : null,
    choice === 'one_of' ? own.oneOf.replace('{group}', group) : null,
    Number(discount) > 0 ? own.less.replace('{percent}', discount) : null,
    taken === false ? own.notTaken : null,
  ].filter((mark) => mark !== null);
  return `${name}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}${description ? `\n${description}` : ''}`;
}
