import { firstName } from '#kernel/template.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { printPdf } from '#platform/pdf/index.ts';
import { wordingOf } from '#server/business/billing/index.ts';
import { type PrintedPaper, sendPapers, textsOf, type WaitingPaper } from '#server/channels/mail-out/index.ts';
import type { Spoken } from '#shared/languages.ts';
import type { QuoteDetail } from '#shared/quote.ts';
import { calledIn, fileNameOf, languageFor, printedFor } from './paper.ts';
import { QUOTE_PAPER_WORDS } from './paper-words.ts';
import { viewQuote } from './read.ts';

const QUOTES = systemIdentity('Quotes');
type Waiting = WaitingPaper & { quote_id: string };

/** Prints the quotes that wait to go by mail and hands them to the outbox, one after the other. */
export const sendQuoteMails = (services: Services, signal?: AbortSignal): Promise<void> =>
  sendPapers<Waiting>(services, { table: 'quote_mails', by: QUOTES, print }, signal);

async function print(services: Services, mail: Waiting): Promise<PrintedPaper> {
  const { quote, language } = await withContext(services, QUOTES, async (ctx) => {
    const view = await viewQuote(ctx, mail.quote_id);
    return { quote: view, language: await languageFor(ctx, view) };
  });
  return {
    pdf: await printPdf(await printedFor(services, quote, language)),
    ...{ name: fileNameOf(quote), language, link: `/portal/quotes/${quote.id}` },
    words: (ctx) => wordsFor(ctx, quote, language),
  };
}

async function wordsFor(ctx: Ctx, quote: QuoteDetail, language: Spoken) {
  const { money, day } = wordingOf(language, quote.currency);
  const { once, monthly } = QUOTE_PAPER_WORDS[language];
  const parts = [
    quote.once.total > 0 ? `${money(quote.once.total)} (${once.toLowerCase()})` : null,
    quote.monthly.total > 0 ? `${money(quote.monthly.total)} (${monthly.toLowerCase()})` : null,
  ].filter((part) => part !== null);
  const provider = await ctx.tx.selectFrom('mail_sending').select('from_name').executeTakeFirst();
  const texts = await textsOf(ctx, quote.client.id, 'quote', ({ name }) => ({
    'recipient.firstName': firstName(name),
    'recipient.name': name,
    'client.name': quote.client.name,
    'provider.name': provider?.from_name ?? null,
    'quote.number': calledIn(quote, language),
    'quote.title': quote.title,
    'quote.total': parts.join(' + ') || money(0),
    'quote.until': day(quote.validUntil),
  }));
  return texts({ name: quote.contact?.name ?? '', language });
}
