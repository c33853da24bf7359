import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { languageOf } from '#platform/identity/index.ts';
import { printPdf } from '#platform/pdf/index.ts';
import { type Letterhead, plainLetterheadFor } from '#server/channels/brand/index.ts';
import { queueToAddress, textsOf } from '#server/channels/mail-out/index.ts';
import type { InvoiceView } from '#shared/billing.ts';
import type { Spoken } from '#shared/languages.ts';
import type { MailKind } from '#shared/mail-words.ts';
import { viewInvoice } from './invoices.ts';
import { fileNameOf, invoicePaper, titleOf, wordingOf } from './paper.ts';

const BILLING = systemIdentity('Billing');
const MOST_BYTES = 20 * 1_048_576;

type Waiting = { client_id: string; id: string; invoice_id: string; kind: MailKind; address: string };
type Readied = { readonly invoice: InvoiceView; readonly language: Spoken; readonly letterhead: Letterhead };

/**
 * Prints the invoices that wait to go by mail and hands them to the outbox, one after the other. Whoever dies in it has handed over
 * nothing of the one it was at; another prints that again.
 */
export async function sendInvoiceMails(services: Services, signal?: AbortSignal): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  while (!signal?.aborted) {
    const mail = await withContext(services, BILLING, (ctx) => nextAfter(ctx, last));
    if (!mail) return;
    last = mail.id;
    await sendOne(services, mail).catch((error: unknown) =>
      services.log.error({ err: error, invoice: mail.invoice_id }, 'billing: an invoice could not be put into a mail'),
    );
  }
}

async function nextAfter(ctx: Ctx, id: string): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`
    select client_id, id, invoice_id, kind, address from invoice_mails where mail_id is null and id > ${id}
    order by id limit 1`.execute(ctx.tx);
  return rows[0];
}

async function sendOne(services: Services, mail: Waiting): Promise<void> {
  const readied = await withContext(services, BILLING, (ctx) => readyFor(ctx, mail));
  const { invoice, language, letterhead } = readied;
  const pdf = await printPdf(invoicePaper(invoice, { ...letterhead, language }));
  const { sha256, size } = await services.files.put(Readable.from([pdf]), MOST_BYTES);
  await withContext(services, BILLING, async (ctx) => {
    const { rows } = await sql`
      select from invoice_mails where client_id = ${mail.client_id} and id = ${mail.id} and mail_id is null
      for update skip locked`.execute(ctx.tx);
    if (rows.length === 0) return;
    const name = `${fileNameOf(invoice.number)}.pdf`;
    const mailId = await queueToAddress(ctx, mail.client_id, {
      ...{ address: mail.address, kind: mail.kind, language, words: await wordsFor(ctx, mail, readied) },
      files: [{ sha256, name, mediaType: 'application/pdf', size }],
    });
    await sql`
      update invoice_mails set mail_id = ${mailId}, sha256 = ${sha256}
      where client_id = ${mail.client_id} and id = ${mail.id}`.execute(ctx.tx);
  });
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
    'invoice.name': invoice.name,
    'invoice.total': money(invoice.total),
    'invoice.open': money(invoice.open),
    'invoice.due': day(invoice.dueOn),
  }));
  return texts({ name: '', language });
}
