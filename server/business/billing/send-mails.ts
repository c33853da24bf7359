import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { languageOf } from '#platform/identity/index.ts';
import { printPdf } from '#platform/pdf/index.ts';
import { type Letterhead, plainLetterheadFor } from '#server/channels/brand/index.ts';
import { type PrintedPaper, sendPapers, textsOf, type WaitingPaper } from '#server/channels/mail-out/index.ts';
import { runNameIn } from '#shared/billed-words.ts';
import type { InvoiceView } from '#shared/billing.ts';
import type { Spoken } from '#shared/languages.ts';
import { viewInvoice } from './invoices.ts';
import { fileNameOf, invoicePaper, titleOf, wordingOf } from './paper.ts';

const BILLING = systemIdentity('Billing');

type Waiting = WaitingPaper & { invoice_id: string };
type Readied = { readonly invoice: InvoiceView; readonly language: Spoken; readonly letterhead: Letterhead };

/** Prints the invoices that wait to go by mail and hands them to the outbox, one after the other. */
export const sendInvoiceMails = (services: Services, signal?: AbortSignal): Promise<void> =>
  sendPapers<Waiting>(services, { table: 'invoice_mails', by: BILLING, print }, signal);

async function print(services: Services, mail: Waiting): Promise<PrintedPaper> {
  const readied = await withContext(services, BILLING, (ctx) => readyFor(ctx, mail));
  const { invoice, language, letterhead } = readied;
  return {
    pdf: await printPdf(invoicePaper(invoice, { ...letterhead, language })),
    ...{ name: fileNameOf(invoice.number), language },
    words: (ctx) => wordsFor(ctx, mail, readied),
  };
}

async function readyFor(ctx: Ctx, mail: Waiting): Promise<Readied> {
  const client = await ctx.tx
    .selectFrom('clients')
    .select('language')
    .where('id', '=', mail.client_id)
    .executeTakeFirstOrThrow();
  const language = await languageOf(ctx, { clientId: mail.client_id, own: null, client: client.language });
  const invoice = await viewInvoice(ctx, mail.invoice_id);
  const title = `${titleOf(invoice, language)} ${invoice.number}`;
  const letterhead = await plainLetterheadFor(ctx, { clientId: mail.client_id, language }, { title, mark: title });
  return { invoice, language, letterhead };
}

async function wordsFor(ctx: Ctx, { client_id: clientId, kind }: Waiting, { invoice, language }: Readied) {
  const { money, day } = wordingOf(language, invoice.currency);
  const provider = await ctx.tx.selectFrom('mail_sending').select('from_name').executeTakeFirst();
  const texts = await textsOf(ctx, clientId, kind, () => ({
    'client.name': invoice.client.name,
    'provider.name': provider?.from_name ?? null,
    'invoice.number': `${titleOf(invoice, language)} ${invoice.number}`,
    'invoice.name': runNameIn(language, invoice.name),
    'invoice.total': money(invoice.total),
    'invoice.open': money(invoice.open),
    'invoice.due': day(invoice.dueOn),
  }));
  return texts({ name: '', language });
}
