import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { type Loose, textOf } from '#server/connectors/core/index.ts';
import type { Xero } from '../api.ts';
import type { Held } from '../held.ts';
import { xeroInstant } from '../values.ts';
import { type BookedInvoice, takeInvoice } from './payments.ts';

/** So much is read again each time: what changed while pages were read may have slipped from one to another. */
const OVERLAP_MS = 5 * 60_000;

/** Reads invoices that changed there since the last time, by Xero's own clock, and what was paid for ours among them. */
export async function readChanges(held: Held, xero: Xero): Promise<void> {
  const { read_until: until, send_from: from } = held.link;
  const since = until === null ? `${from}T00:00:00.000Z` : new Date(Date.parse(until) - OVERLAP_MS).toISOString();
  const query = { where: 'Type=="ACCREC"', order: 'UpdatedDateUTC ASC' };
  let latest = until;
  for await (const page of xero.pages('Invoices', query, since)) {
    for (const invoice of page) {
      const at = xeroInstant(invoice['UpdatedDateUTC']);
      if (at !== null && (latest === null || at > latest)) latest = at;
    }
    await held.write(async (ctx) => {
      for (const { booked, invoice } of await oursAmong(ctx, page)) await takeInvoice(ctx, booked, invoice);
    });
  }
  if (latest !== until)
    await held.write(({ tx }) => sql`update accounting_links set read_until = ${latest}`.execute(tx));
}

async function oursAmong({ tx }: Ctx, page: readonly Loose[]) {
  const byId = new Map(page.map((invoice) => [textOf(invoice['InvoiceID']) ?? '', invoice]));
  const { rows } = await sql<BookedInvoice>`
    select d.client_id as "clientId", d.invoice_id as "invoiceId", d.external_id as "externalId", i.currency
    from accounting_documents d join invoices i on i.client_id = d.client_id and i.id = d.invoice_id
    where d.external_id = any (${[...byId.keys()]}) and d.state = 'sent' order by i.number`.execute(tx);
  return rows.map((booked) => ({ booked, invoice: byId.get(booked.externalId) ?? {} }));
}
