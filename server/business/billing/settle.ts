import { sql } from 'kysely';
import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { isPlausible, PLAUSIBLE_WORDS } from '#kernel/plausible.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { todayOf } from '#server/business/time/index.ts';
import type { AddPayment } from '#shared/billing.ts';
import { formatMoney } from '#shared/money-words.ts';

type Found = {
  client_id: string;
  credits_id: string | null;
  currency: string;
  open: number;
  paid: number;
  issued_on: string;
};

/** An invoice, locked against others that settle or credit it, with what of it is open. `not_found` where the reader sees none. */
export async function lockInvoice(ctx: Ctx, id: string): Promise<Found> {
  const { rows: seen } = await sql<{ client_id: string }>`select client_id from invoices where id = ${id}`.execute(
    ctx.tx,
  );
  if (!seen[0]) throw notFound('invoice');
  await sql`select pg_advisory_xact_lock(hashtextextended(${`invoice ${id.toLowerCase()}`}, 0))`.execute(ctx.tx);
  const { rows } = await sql<Found>`
    select i.client_id, i.credits_id, i.issued_on, i.currency, p.paid, i.total - p.paid
      + coalesce((select sum(r.total) from invoices r where r.client_id = i.client_id and r.credits_id = i.id), 0)::bigint as open
    from invoices i cross join lateral (select coalesce(sum(p.amount), 0)::bigint as paid from payments p
      where p.client_id = i.client_id and p.invoice_id = i.id) p where i.id = ${id}`.execute(ctx.tx);
  const [invoice] = rows;
  if (!invoice) throw notFound('invoice');
  return invoice;
}

const money = ({ currency }: Found, minor: number) => formatMoney({ minor, currency });

/** Records what was paid for an invoice, or given back. `invalid` for more than is open or, given back, than was paid, and for a day to come. Returns its id. */
export async function addPayment(
  ctx: Ctx,
  invoiceId: string,
  { amount, paidOn, note = '' }: AddPayment,
): Promise<string> {
  const invoice = await lockInvoice(ctx, invoiceId);
  if (invoice.credits_id) throw new Fault('conflict', 'A credit is not paid: it lowers the invoice that it credits.');
  if (amount === 0) throw invalid([{ path: 'amount', message: 'must not be 0' }]);
  if (paidOn > (await todayOf(ctx))) throw invalid([{ path: 'paidOn', message: 'must not be in the future' }]);
  if (!isPlausible(paidOn, ctx.now)) throw invalid([{ path: 'paidOn', message: PLAUSIBLE_WORDS }]);
  if (amount > 0 && amount > invoice.open)
    throw invalid([{ path: 'amount', message: `must be at most what is open, ${money(invoice, invoice.open)}` }]);
  if (-amount > invoice.paid)
    throw invalid([{ path: 'amount', message: `gives back more than was paid, ${money(invoice, invoice.paid)}` }]);
  const id = newId();
  await sql`
    insert into payments (client_id, id, invoice_id, amount, paid_on, note, created_by, created_at)
    values (${invoice.client_id}, ${id}, ${invoiceId}, ${amount}, ${paidOn}, ${note.trim()}, ${actingStaff(ctx)}, ${ctx.now})`.execute(
    ctx.tx,
  );
  await appendEvent(ctx, {
    ...{ clientId: invoice.client_id, subjectType: 'invoice', subjectId: invoiceId, type: 'invoice.paid' },
    data: { amount, paidOn, open: invoice.open - amount },
  });
  return id;
}
