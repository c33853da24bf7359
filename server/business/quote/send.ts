import { sql } from 'kysely';
import { Fault, type FieldError, invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { mailSigner, maySign } from '#server/business/signature/index.ts';
import type { SendQuote } from '#shared/quote.ts';
import { quoteNumber } from '#shared/quote-words.ts';
import { lockQuote, type QuoteRecord, todayOf } from './quotes.ts';
import { viewQuote } from './read.ts';

/**
 * Sends a draft to its contact, who finds it in the portal. From then on it is not changed: taxes, who offers and to whom are kept as they
 * are now, and the revision that was sent before is superseded. `invalid` or `conflict` says what is missing.
 */
export async function sendQuote(ctx: Ctx, id: string, { version, mail = false }: SendQuote): Promise<void> {
  const before = await lockQuote(ctx, id, version);
  const { client_id: clientId } = before;
  if (before.state !== 'draft') throw new Fault('conflict', 'This quote was sent already.');
  await refuseUnready(ctx, before);
  await supersede(ctx, before);
  const { seller, buyer, lines, once, monthly } = await viewQuote(ctx, id);
  if (seller.name === '')
    throw new Fault('conflict', 'Say first under Settings, “You on invoices”, who offers: nothing is sent without it.');
  const untaxed = lines.findIndex(({ taxName }) => taxName === '');
  if (untaxed !== -1)
    throw invalid([
      { path: `lines.${untaxed}.taxRateId`, message: 'must be said: the client has no usual tax in the settings' },
    ]);
  const taxes = lines.map(({ id: line, taxName, taxPercent }) => ({ line, taxName, taxPercent }));
  await sql`
    update quote_lines l set tax_name = r."taxName", tax_percent = r."taxPercent"
    from jsonb_to_recordset(${JSON.stringify(taxes)}::jsonb) as r (line uuid, "taxName" text, "taxPercent" numeric)
    where l.client_id = ${clientId} and l.id = r.line`.execute(ctx.tx);
  await sql`
    update quotes set state = 'sent', sent_at = ${ctx.now}, seller = ${JSON.stringify(seller)}, buyer = ${JSON.stringify(buyer)},
      version = version + 1, updated_at = ${ctx.now} where client_id = ${clientId} and id = ${id}`.execute(ctx.tx);
  if (mail) await mailSigner(ctx, 'quote', { clientId, id, contactId: before.contact_id });
  await tellQuote(ctx, before, 'sent', { once: once.total, monthly: monthly.total, currency: before.currency });
}

async function refuseUnready(ctx: Ctx, { client_id: clientId, id, contact_id: contactId, valid_until }: QuoteRecord) {
  const faults: FieldError[] = [];
  if (!contactId) faults.push({ path: 'contactId', message: 'must be said: for whom it is' });
  else if (!(await maySign(ctx, clientId, contactId)))
    faults.push({
      path: 'contactId',
      message: 'must be somebody who looks after all of the company, and still is there',
    });
  if (valid_until < (await todayOf(ctx, clientId)))
    faults.push({ path: 'validUntil', message: 'must not be a day that is over' });
  const { rows } = await sql`
    select from quote_lines where client_id = ${clientId} and quote_id = ${id} limit 1`.execute(ctx.tx);
  if (rows.length === 0) faults.push({ path: 'lines', message: 'must hold at least one' });
  if (faults.length > 0) throw invalid(faults);
}

/** The revision before is out of force from now on; `conflict` where the client decided about it meanwhile. */
async function supersede(ctx: Ctx, { client_id, number, revision }: QuoteRecord): Promise<void> {
  const { rows } = await sql<{ id: string; state: string; revision: number }>`
    select id, state, revision from quotes where client_id = ${client_id} and number = ${number} and revision < ${revision}
    order by revision for update`.execute(ctx.tx);
  const accepted = rows.find(({ state }) => state === 'accepted');
  if (accepted)
    throw new Fault(
      'conflict',
      `Revision ${accepted.revision} of this quote was accepted meanwhile. Write a quote of its own.`,
    );
  for (const one of rows.filter(({ state }) => state === 'sent')) {
    await sql`
      update quotes set state = 'superseded', version = version + 1, updated_at = ${ctx.now}
      where client_id = ${client_id} and id = ${one.id}`.execute(ctx.tx);
    await tellQuote(ctx, { client_id, number, ...one }, 'superseded', { by: revision });
  }
}

/** Takes a quote back that was sent and not decided: it cannot be accepted any more. */
export async function withdrawQuote(ctx: Ctx, id: string, version: number): Promise<void> {
  const before = await lockQuote(ctx, id, version);
  if (before.state !== 'sent')
    throw new Fault('conflict', 'Only a quote that was sent and that nobody decided about is withdrawn.');
  await sql`
    update quotes set state = 'withdrawn', version = version + 1, updated_at = ${ctx.now}
    where client_id = ${before.client_id} and id = ${id}`.execute(ctx.tx);
  await tellQuote(ctx, before, 'withdrawn');
}

/**
 * Begins the next revision of a quote as a draft, with all that the last says. What was sent stays in force until the new one is sent. Returns
 * its id. `conflict` where it was accepted, or a draft waits.
 */
export async function reviseQuote(ctx: Ctx, id: string): Promise<string> {
  const before = await lockQuote(ctx, id);
  const { client_id: clientId, number } = before;
  const { rows } = await sql<{ id: string; state: string; revision: number }>`
    select id, state, revision from quotes where client_id = ${clientId} and number = ${number} order by revision desc for update`.execute(
    ctx.tx,
  );
  if (rows.some(({ state }) => state === 'accepted'))
    throw new Fault('conflict', 'This quote was accepted. Write another for what is to come.');
  if (rows.some(({ state }) => state === 'draft'))
    throw new Fault('conflict', 'The next revision is being written already.');
  const next = newId();
  const revision = (rows[0]?.revision ?? 0) + 1;
  await sql`
    insert into quotes (client_id, id, number, revision, state, title, contact_id, currency, introduction, terms, valid_until, created_by, created_at, updated_at)
    select client_id, ${next}, number, ${revision}, 'draft', title, contact_id, currency, introduction, terms,
      greatest(valid_until, ${await todayOf(ctx, clientId)}::date + 30), ${actingStaff(ctx)}, ${ctx.now}, ${ctx.now}
    from quotes where client_id = ${clientId} and id = ${id}`.execute(ctx.tx);
  const { rows: lines } = await sql<{ id: string }>`
    select id from quote_lines where client_id = ${clientId} and quote_id = ${id} order by position`.execute(ctx.tx);
  await sql`
    insert into quote_lines (client_id, id, quote_id, position, product_id, name, description, kind, billed, unit, quantity, price, discount, cost,
      supplier, tax_rate_id, choice, choice_group, chosen)
    select l.client_id, r.next, ${next}, l.position, l.product_id, l.name, l.description, l.kind, l.billed, l.unit, l.quantity, l.price, l.discount,
      l.cost, l.supplier, case when x.active then x.id end, l.choice, l.choice_group, l.chosen
    from jsonb_to_recordset(${JSON.stringify(lines.map((line) => ({ ...line, next: newId() })))}::jsonb) as r (id uuid, next uuid)
    join quote_lines l on l.client_id = ${clientId} and l.id = r.id left join tax_rates x on x.id = l.tax_rate_id`.execute(
    ctx.tx,
  );
  await tellQuote(ctx, { client_id: clientId, id: next, number, revision }, 'revised');
  return next;
}

type Told = Pick<QuoteRecord, 'client_id' | 'id' | 'number' | 'revision'>;

/** Tells in the log what happened to a quote. */
export const tellQuote = (ctx: Ctx, { client_id, id, number, revision }: Told, verb: string, data: object = {}) =>
  appendEvent(ctx, {
    ...{ clientId: client_id, subjectType: 'quote', subjectId: id, type: `quote.${verb}` },
    data: { number: quoteNumber(number), revision, ...data },
  });
