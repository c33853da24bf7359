import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { looseListOf, looseOf } from '#server/connectors/core/index.ts';
import { plainMoney } from '#shared/money-words.ts';
import type { Xero } from '../api.ts';
import type { Held } from '../held.ts';
import { minorIn } from '../values.ts';
import { keep } from './keep.ts';
import { type Outgoing, toAllocate } from './outgoing.ts';

/** Uses credits that are in the books for the invoices that they credit, as far as something is open there; once each. */
export async function allocateAll(held: Held, xero: Xero): Promise<void> {
  for (;;) {
    const credits = await held.write(toAllocate);
    if (credits.length === 0) return;
    for (const credit of credits) await allocate(held, xero, credit);
  }
}

const LEFT_OPEN = 'Nothing was open on the invoice in Xero any more, so the credit is left open there.';

async function allocate(held: Held, xero: Xero, credit: Outgoing): Promise<void> {
  const { externalId, creditsExternalId: invoiceId, currency } = credit;
  const [note] = await xero.read(`CreditNotes/${externalId}`, 'CreditNotes');
  const [invoice] = await xero.read(`Invoices/${invoiceId}`, 'Invoices');
  const isUsed = looseListOf(note?.['Allocations']).some((one) => looseOf(one['Invoice'])['InvoiceID'] === invoiceId);
  const minor = Math.min(
    minorIn(note?.['RemainingCredit'], currency) ?? 0,
    minorIn(invoice?.['AmountDue'], currency) ?? 0,
  );
  if (isUsed || minor <= 0) {
    await held.write((ctx) => done(ctx, credit, isUsed ? '' : LEFT_OPEN));
    return;
  }
  const [written] = await xero.write(
    'PUT',
    `CreditNotes/${externalId}/Allocations`,
    [{ Invoice: { InvoiceID: invoiceId }, Amount: Number(plainMoney({ minor, currency })), Date: credit.issuedOn }],
    `allocate-${credit.id}-${minor}`,
  );
  const faults = written?.faults ?? [];
  const fault = `It is in Xero, but not used for its invoice: ${faults.join(' ')}`;
  await held.write((ctx) =>
    faults.length > 0
      ? keep(ctx, credit, { state: 'failed', kind: 'refused', fault, externalId })
      : done(ctx, credit, ''),
  );
}

async function done({ tx, now }: Ctx, { client, id }: Outgoing, note: string) {
  await sql`
    update accounting_documents set allocated = true, note = ${note}, updated_at = ${now}
    where client_id = ${client.id} and invoice_id = ${id}`.execute(tx);
}
