import { sql } from 'kysely';
import { Fault, invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { isPlausible, PLAUSIBLE_WORDS } from '#kernel/plausible.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { CreditInvoice } from '#shared/billing.ts';
import { nextNumber } from './numbers.ts';
import { lockInvoice } from './settle.ts';

type Line = { id: string; position: number; amount: number; tax: number; credited: boolean };

/**
 * Credits lines of an invoice, or all that is left of it, by a credit with a number of its own; the invoice stays as it was issued. With
 * `again` what was charged is free to be changed and is billed by the next run. `conflict` where nothing is left to credit, and for a
 * credit. Returns the credit's id.
 */
export async function creditInvoice(ctx: Ctx, invoiceId: string, input: CreditInvoice): Promise<string> {
  const invoice = await lockInvoice(ctx, invoiceId);
  if (invoice.credits_id) throw new Fault('conflict', 'A credit cannot be credited. Bill what it took back once more.');
  await sql`select from clients where id = ${invoice.client_id} for no key update`.execute(ctx.tx);
  const lines = await linesToCredit(ctx, { clientId: invoice.client_id, invoiceId }, input.lineIds);
  const id = newId();
  const number = await nextNumber(ctx);
  const issuedOn = input.issuedOn ?? ctx.now.slice(0, 10);
  if (issuedOn < invoice.issued_on) throw invalid([{ path: 'issuedOn', message: 'must not be before the invoice' }]);
  if (!isPlausible(issuedOn, ctx.now)) throw invalid([{ path: 'issuedOn', message: PLAUSIBLE_WORDS }]);
  const net = -lines.reduce((sum, { amount }) => sum + amount, 0);
  const tax = -lines.reduce((sum, line) => sum + line.tax, 0);
  await sql`
    insert into invoices (client_id, id, number, kind, credits_id, name, issued_on, due_on, currency, net, tax, seller, buyer, reason, created_by,
      created_at)
    select client_id, ${id}, ${number}, 'credit', id, name, ${issuedOn}, ${issuedOn}, currency, ${net}, ${tax}, seller, buyer,
      ${input.reason.trim()}, ${actingStaff(ctx)}, ${ctx.now}
    from invoices where client_id = ${invoice.client_id} and id = ${invoiceId}`.execute(ctx.tx);
  await copyLines(ctx, { clientId: invoice.client_id, creditId: id, again: input.again }, lines);
  if (input.again) await free(ctx, { clientId: invoice.client_id, invoiceId }, lines);
  await appendEvent(ctx, {
    ...{ clientId: invoice.client_id, subjectType: 'invoice', subjectId: invoiceId, type: 'invoice.credited' },
    data: { creditId: id, number, total: net + tax, reason: input.reason.trim(), again: input.again },
  });
  return id;
}

type Place = { clientId: string; invoiceId: string };

async function linesToCredit(
  ctx: Ctx,
  { clientId, invoiceId }: Place,
  wanted: readonly string[] | undefined,
): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select l.id, l.position, l.amount, l.tax, exists (select from invoice_lines r
      where r.client_id = l.client_id and r.credits_line_id = l.id) as credited
    from invoice_lines l where l.client_id = ${clientId} and l.invoice_id = ${invoiceId} order by l.position`.execute(
    ctx.tx,
  );
  const ids = wanted?.map((id) => id.toLowerCase());
  const known = new Set(rows.map(({ id }) => id));
  const faults = (ids ?? []).flatMap((id, nth) =>
    known.has(id) ? [] : [{ path: `lineIds.${nth}`, message: 'is not a line of this invoice' }],
  );
  if (faults.length > 0) throw invalid(faults);
  const chosen = rows.filter(({ id, credited }) => (ids ? ids.includes(id) : !credited));
  if (chosen.some(({ credited }) => credited)) throw new Fault('conflict', 'One of these lines is credited already.');
  if (chosen.length === 0) throw new Fault('conflict', 'Everything on this invoice is credited already.');
  return chosen;
}

async function copyLines(
  ctx: Ctx,
  { clientId, creditId, again }: { clientId: string; creditId: string; again: boolean },
  lines: readonly Line[],
): Promise<void> {
  const ids = lines.map(({ id }) => ({ was: id, id: newId() }));
  await sql`
    insert into invoice_lines (client_id, id, invoice_id, position, name, unit, quantity, price, amount, tax_name, tax_percent, tax_note, tax,
      contract_id, line_id, month, charge_id, credits_line_id, again, why)
    select l.client_id, n.id, ${creditId}, l.position, l.name, l.unit, -l.quantity, l.price, -l.amount, l.tax_name, l.tax_percent, l.tax_note,
      -l.tax, l.contract_id, l.line_id, l.month, l.charge_id, l.id, ${again}, l.why
    from jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) as n (was uuid, id uuid)
    join invoice_lines l on l.client_id = ${clientId} and l.id = n.was`.execute(ctx.tx);
}

/**
 * Frees what credited lines had charged: their charges, and of time each entry of which nothing stands on the invoice any more. Time that
 * stood in no line, since a contract or a block took it in, is free once no line is left. What such an entry took off a block goes back.
 */
async function free(ctx: Ctx, { clientId, invoiceId }: Place, lines: readonly Line[]): Promise<void> {
  const ids = lines.map(({ id }) => id);
  await sql`
    delete from charges_billed b using invoice_lines l
    where b.client_id = ${clientId} and b.invoice_id = ${invoiceId} and l.client_id = b.client_id and l.charge_id = b.charge_id
      and l.id = any (${ids}::uuid[])`.execute(ctx.tx);
  const { rows } = await sql<{ id: string }>`
    with left_over as (
      select l.why from invoice_lines l where l.client_id = ${clientId} and l.invoice_id = ${invoiceId} and not exists (
        select from invoice_lines r where r.client_id = l.client_id and r.credits_line_id = l.id and r.again)),
    charged as (
      select (e ->> 'id')::uuid as entry_id from invoice_lines l cross join lateral jsonb_array_elements(l.why -> 'entries') e
      where l.client_id = ${clientId} and l.invoice_id = ${invoiceId})
    select b.entry_id as id from time_billed b
    where b.client_id = ${clientId} and b.invoice_id = ${invoiceId}
      and not exists (select from left_over l cross join lateral jsonb_array_elements(l.why -> 'entries') e
        where (e ->> 'id')::uuid = b.entry_id)
      and (b.entry_id in (select entry_id from charged) or not exists (select from left_over))`.execute(ctx.tx);
  const entries = rows.map(({ id }) => id);
  await sql`
    with back as (delete from block_draws d where d.client_id = ${clientId} and d.entry_id = any (${entries}::uuid[]) returning grant_id, amount)
    update block_grants g set remaining = g.remaining + b.amount
    from (select grant_id, sum(amount) as amount from back group by grant_id) b
    where g.client_id = ${clientId} and g.id = b.grant_id`.execute(ctx.tx);
  await sql`delete from time_billed where client_id = ${clientId} and entry_id = any (${entries}::uuid[])`.execute(
    ctx.tx,
  );
}
