import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { numbering } from '#server/business/contract/index.ts';
import type { BookedState } from '#shared/accounting-words.ts';
import type { InvoiceParty } from '#shared/billing.ts';
import type { InvoiceKind } from '#shared/billing-words.ts';

export type BookLine = {
  readonly name: string;
  readonly unit: string;
  readonly quantity: string;
  readonly price: string;
  readonly amount: number;
  readonly taxName: string;
  readonly taxPercent: string;
  readonly chargeId: string | null;
  readonly month: number | null;
};

/** An invoice or credit on its way to the books. */
export type Outgoing = {
  readonly id: string;
  readonly client: { readonly id: string; readonly name: string };
  readonly number: string;
  readonly kind: InvoiceKind;
  readonly name: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly currency: string;
  readonly total: number;
  readonly buyer: InvoiceParty;
  /** The number of what it credits, and where that is there. */
  readonly credits: string | null;
  readonly creditsExternalId: string | null;
  readonly contactId: string | null;
  readonly state: BookedState | null;
  readonly externalId: string | null;
  readonly lines: readonly BookLine[];
};

/** So many are written in one call. */
export const BATCH = 40;

/** What is to be sent next, invoices before credits: a credit waits for what it credits. */
export const nextOutgoing = (ctx: Ctx, from: string, kind: InvoiceKind): Promise<Outgoing[]> =>
  outgoing(
    ctx,
    sql`i.kind = ${kind} and i.issued_on >= ${from}::date and (d.state is null or d.state in ('waiting', 'sending', 'draft'))
      and (i.credits_id is null or od.state = 'sent' or o.issued_on < ${from}::date)`,
  );

/** Credits that are there and not yet used for what they credit. */
export const toAllocate = (ctx: Ctx): Promise<Outgoing[]> =>
  outgoing(ctx, sql`i.credits_id is not null and d.state = 'sent' and not d.allocated and od.state = 'sent'`);

async function outgoing(ctx: Ctx, which: RawBuilder<unknown>): Promise<Outgoing[]> {
  const { rows } = await sql<Omit<Outgoing, 'number' | 'credits'> & { number: number; credits: number | null }>`
    select i.id, jsonb_build_object('id', c.id, 'name', c.name) as client, i.number, i.kind, i.name, i.issued_on as "issuedOn",
      i.due_on as "dueOn", i.currency, i.total, i.buyer, o.number as credits, od.external_id as "creditsExternalId",
      k.contact_id as "contactId", d.state, d.external_id as "externalId", (
        select jsonb_agg(jsonb_build_object('name', l.name, 'unit', l.unit, 'quantity', trim_scale(l.quantity)::text,
          'price', trim_scale(l.price)::text, 'amount', l.amount, 'taxName', l.tax_name, 'taxPercent', trim_scale(l.tax_percent)::text,
          'chargeId', l.charge_id, 'month', l.month) order by l.position)
        from invoice_lines l where l.client_id = i.client_id and l.invoice_id = i.id) as lines
    from invoices i join clients c on c.id = i.client_id
      left join accounting_documents d on d.client_id = i.client_id and d.invoice_id = i.id
      left join accounting_contacts k on k.client_id = i.client_id
      left join invoices o on o.client_id = i.client_id and o.id = i.credits_id
      left join accounting_documents od on od.client_id = i.client_id and od.invoice_id = i.credits_id
    where ${which} order by i.number limit ${BATCH}`.execute(ctx.tx);
  const written = await numbering(ctx);
  return rows.map((row) => ({
    ...row,
    number: written(row.number),
    credits: row.credits === null ? null : written(row.credits),
  }));
}
