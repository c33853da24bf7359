import { sql } from 'kysely';
import { Fault, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { billingOf } from '#server/business/contract/index.ts';
import { isSending } from '#server/channels/mail-out/index.ts';
import type { Issued } from '#shared/billing.ts';

type Where = { readonly address: string } | { readonly because: Issued['unsent'][number]['because'] };

/** Where a client's invoices go now, or why they do not go by mail. */
export async function addressOf(ctx: Ctx, clientId: string): Promise<Where> {
  if (!(await isSending(ctx))) return { because: 'no_mail' };
  const { mail } = await billingOf(ctx, clientId);
  return mail === '' ? { because: 'no_address' } : { address: mail };
}

const UNSENT_WORDS: Readonly<Record<Issued['unsent'][number]['because'], string>> = {
  no_mail: 'No mail is sent yet: set up under Settings, Mail, from where it goes.',
  no_address: 'The client has no mail address for invoices. Say one under “On invoices” of the client.',
};

/** Notes that an invoice or a credit goes to the client's address; it is printed and sent at once after. `conflict` says what is missing. */
export async function mailInvoice(ctx: Ctx, invoiceId: string): Promise<void> {
  const { rows } = await sql<{ client_id: string }>`select client_id from invoices where id = ${invoiceId}`.execute(
    ctx.tx,
  );
  const clientId = rows[0]?.client_id;
  if (!clientId) throw notFound('invoice');
  const where = await addressOf(ctx, clientId);
  if ('because' in where) throw new Fault('conflict', UNSENT_WORDS[where.because]);
  await noteMail(ctx, { clientId, invoiceId, address: where.address, days: null });
}

type Wanted = {
  readonly clientId: string;
  readonly invoiceId: string;
  readonly address: string;
  /** Of a reminder: so many days after it was due. */
  readonly days: number | null;
};

/** Notes a mail about an invoice; a reminder once for each number of days. Answers whether it is new. */
export async function noteMail(ctx: Ctx, { clientId, invoiceId, address, days }: Wanted): Promise<boolean> {
  const kind = days === null ? 'invoice' : 'invoiceReminder';
  const { rows } = await sql`
    insert into invoice_mails (client_id, id, invoice_id, kind, days, address, created_by, created_at)
    values (${clientId}, ${newId()}, ${invoiceId}, ${kind}, ${days}, ${address}, ${actingStaff(ctx)}, ${ctx.now})
    on conflict (client_id, invoice_id, days) where kind = 'invoiceReminder' do nothing returning id`.execute(ctx.tx);
  if (rows.length === 0) return false;
  await appendEvent(ctx, {
    ...{ clientId, subjectType: 'invoice', subjectId: invoiceId },
    type: days === null ? 'invoice.mailed' : 'invoice.reminded',
    data: { address, ...(days === null ? {} : { days }) },
  });
  return true;
}
