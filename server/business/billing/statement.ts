import { notFound } from '#kernel/errors.ts';
import { type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { languageOf } from '#platform/identity/index.ts';
import type { Block, PdfDocument } from '#platform/pdf/index.ts';
import { plainLetterheadFor } from '#server/channels/brand/index.ts';
import type { InvoiceParty } from '#shared/billing.ts';
import type { Spoken } from '#shared/languages.ts';
import type { OpenInvoice } from '#shared/receivables.ts';
import { partiesOn, payToOf, wordingOf } from './paper.ts';
import { PAPER_WORDS } from './paper-words.ts';
import { partiesOf } from './parties.ts';
import { openInvoices } from './receivables.ts';

const BILLING = systemIdentity('Billing');

/**
 * What a client owes today, invoice by invoice, on its own paper and in its language, or in that of whoever asks. For callers that have made
 * sure that whoever asks may know; `not_found` where the client is not there.
 */
export function statementOf(services: Services, clientId: string, spoken: Spoken | null): Promise<PdfDocument> {
  return withContext(services, BILLING, async (ctx) => {
    const client = await ctx.tx
      .selectFrom('clients')
      .select(['id', 'name', 'language'])
      .where('id', '=', clientId)
      .executeTakeFirst();
    if (!client) throw notFound('client');
    const language = spoken ?? (await languageOf(ctx, { clientId, own: null, client: client.language }));
    const title = PAPER_WORDS[language].statement;
    const { frame } = await plainLetterheadFor(ctx, { clientId, language }, { title, mark: title });
    const parties = await partiesOf(ctx, client);
    const invoices = await openInvoices(ctx, clientId);
    return { ...frame, blocks: blocksOf({ language, title, today: ctx.now.slice(0, 10) }, parties, invoices) };
  });
}

type About = { language: Spoken; title: string; today: string };
type Parties = { seller: InvoiceParty; buyer: InvoiceParty };

function blocksOf({ language, title, today }: About, parties: Parties, invoices: readonly OpenInvoice[]): Block[] {
  const words = PAPER_WORDS[language];
  const { day } = wordingOf(language, '');
  return [
    { kind: 'title', words: title },
    { kind: 'facts', facts: [[words.date, day(today)]] },
    ...partiesOn(parties, { words }),
    ...(invoices.length === 0 ? [{ kind: 'text', words: words.nothingOpen } as const] : []),
    ...[...Map.groupBy(invoices, ({ currency }) => currency)].flatMap(([currency, some]) =>
      currencyBlocks(language, currency, some),
    ),
    ...(invoices.length === 0 || parties.seller.payTo === ''
      ? []
      : [{ kind: 'heading', level: 3, words: words.howToPay } as const, ...payToOf(parties.seller)]),
  ];
}

/** What is open in one currency, and its sums. */
function currencyBlocks(language: Spoken, currency: string, invoices: readonly OpenInvoice[]): Block[] {
  const { words, money, day } = wordingOf(language, currency);
  const bare = (minor: number) => money(minor).replace(currency, '').trim();
  const sum = (some: readonly OpenInvoice[]) => some.reduce((all, { open }) => all + open, 0);
  const overdue = sum(invoices.filter(({ state }) => state === 'overdue'));
  return [
    {
      kind: 'table',
      columns: [
        { head: words.invoice, share: 4 },
        { head: words.date, share: 4 },
        { head: words.due, share: 4 },
        { head: `${words.total} (${currency})`, share: 4, align: 'right' },
        { head: `${words.open} (${currency})`, share: 4, align: 'right' },
      ],
      rows: invoices.map(({ number, issuedOn, dueOn, total, open }) => [
        ...[number, day(issuedOn), day(dueOn), bare(total), bare(open)],
      ]),
    },
    {
      kind: 'facts',
      facts: [
        [words.overdue, overdue > 0 ? money(overdue) : null],
        [words.open, [{ text: money(sum(invoices)), bold: true }]],
      ],
    },
  ];
}
