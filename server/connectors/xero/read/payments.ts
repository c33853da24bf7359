import { sql } from 'kysely';
import { Fault } from '#kernel/errors.ts';
import { attempt, type Ctx } from '#platform/context/index.ts';
import { addPayment } from '#server/business/billing/index.ts';
import { type Loose, looseListOf, textOf } from '#server/connectors/core/index.ts';
import { formatMoney } from '#shared/money-words.ts';
import { minorIn, xeroDay } from '../values.ts';

export type BookedInvoice = {
  readonly clientId: string;
  readonly invoiceId: string;
  readonly externalId: string;
  readonly currency: string;
};

type Known = { external_id: string; payment_id: string; amount: number; undone_by: string | null };
type Paid = { readonly id: string; readonly amount: number; readonly day: string; readonly reference: string };

/** Days between a payment here and one there that may be the same. */
const SAME_DAYS = 10;

/**
 * Takes over what was paid for an invoice there, each payment once. One of the same amount that somebody recorded here by hand is taken for
 * the same; one that is gone there is taken back here; what cannot be is noted.
 */
export async function takeInvoice(ctx: Ctx, booked: BookedInvoice, invoice: Loose): Promise<void> {
  const { clientId, invoiceId } = booked;
  const paid = paymentsIn(invoice, booked.currency);
  const { rows: known } = await sql<Known>`
    select external_id, payment_id, amount, undone_by from accounting_payments
    where client_id = ${clientId} and invoice_id = ${invoiceId}`.execute(ctx.tx);
  const notes: string[] = [];
  for (const one of known.filter(({ undone_by: by }) => by === null)) {
    const there = paid.find(({ id }) => id === one.external_id);
    if (there?.amount !== one.amount) await takeBack(ctx, booked, one);
    if (there && there.amount !== one.amount)
      notes.push('A payment has another amount in Xero than before; it was taken back. Record the other by hand.');
  }
  for (const one of paid.filter(({ id }) => !known.some(({ external_id: there }) => there === id)))
    notes.push(...(await takePayment(ctx, booked, one)));
  const status = textOf(invoice['Status']) ?? '';
  if (status === 'VOIDED' || status === 'DELETED') notes.push('It was voided in Xero. Credit it here, too.');
  await sql`
    update accounting_documents set external_status = ${status}, note = ${notes.join(' ')}, updated_at = ${ctx.now}
    where client_id = ${clientId} and invoice_id = ${invoiceId}
      and (external_status, note) is distinct from (${status}, ${notes.join(' ')})`.execute(ctx.tx);
}

function paymentsIn(invoice: Loose, currency: string): Paid[] {
  return looseListOf(invoice['Payments']).flatMap((one) => {
    const [id, amount, day] = [textOf(one['PaymentID']), minorIn(one['Amount'], currency), xeroDay(one['Date'])];
    if (id === null || amount === null || amount <= 0 || day === null || one['Status'] === 'DELETED') return [];
    return [{ id, amount, day, reference: textOf(one['Reference']) ?? '' }];
  });
}

async function takePayment(ctx: Ctx, booked: BookedInvoice, paid: Paid): Promise<string[]> {
  const same = await byHand(ctx, booked, paid);
  if (same !== null) {
    await link(ctx, booked, paid, same);
    return [];
  }
  // The day there may have begun before it has here.
  const [paidOn = paid.day] = [paid.day, ctx.now.slice(0, 10)].toSorted();
  const payment = {
    ...{ amount: paid.amount, paidOn },
    note: `Xero${paid.reference ? `: ${paid.reference}` : ''}`.slice(0, 200),
  };
  const made = await attempt(ctx, async () =>
    link(ctx, booked, paid, await addPayment(ctx, booked.invoiceId, payment)),
  );
  if ('done' in made) return [];
  if (!(made.failed instanceof Fault)) throw made.failed;
  const money = formatMoney({ minor: paid.amount, currency: booked.currency });
  return [`Xero has a payment of ${money}, which is more than is open here. Look what is recorded twice.`];
}

/** A payment that somebody recorded here and that may be the same: of this amount, a few days apart at most. */
async function byHand(ctx: Ctx, { clientId, invoiceId }: BookedInvoice, paid: Paid): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select p.id from payments p where p.client_id = ${clientId} and p.invoice_id = ${invoiceId} and p.amount = ${paid.amount}
      and abs(p.paid_on - ${paid.day}::date) <= ${SAME_DAYS}
      and not exists (select from accounting_payments a where a.client_id = p.client_id and (a.payment_id = p.id or a.undone_by = p.id))
    order by abs(p.paid_on - ${paid.day}::date), p.id limit 1`.execute(ctx.tx);
  return rows[0]?.id ?? null;
}

async function link(ctx: Ctx, { clientId, invoiceId }: BookedInvoice, paid: Paid, paymentId: string): Promise<void> {
  await sql`
    insert into accounting_payments (client_id, external_id, payment_id, invoice_id, amount, read_at)
    values (${clientId}, ${paid.id}, ${paymentId}, ${invoiceId}, ${paid.amount}, ${ctx.now})`.execute(ctx.tx);
}

async function takeBack(ctx: Ctx, { clientId, invoiceId }: BookedInvoice, known: Known): Promise<void> {
  const id = await addPayment(ctx, invoiceId, {
    ...{ amount: -known.amount, paidOn: ctx.now.slice(0, 10), note: 'Taken back in Xero' },
  });
  await sql`
    update accounting_payments set undone_by = ${id} where client_id = ${clientId} and external_id = ${known.external_id}`.execute(
    ctx.tx,
  );
}
