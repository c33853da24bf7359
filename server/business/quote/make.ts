import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { addLine, createCharge, createContract } from '#server/business/contract/index.ts';
import { createProjectFromQuote } from '#server/business/project/index.ts';
import type { QuoteLineView } from '#shared/quote.ts';
import { isBought, isCharged, quoteNumber } from '#shared/quote-words.ts';
import { type QuoteRecord, todayOf } from './quotes.ts';

type Line = QuoteLineView;
const isDone = (line: Line): boolean => line.billed === 'once' && !isBought(line);
const chargesAlone = (line: Line): boolean => isCharged(line, line.taxRate !== null);

export type Made = {
  readonly contractId: string | null;
  readonly orderId: string | null;
  readonly projectId: string | null;
  readonly charges: number;
};

/**
 * What follows from an accepted quote: monthly lines become a contract draft, goods an order, and work that costs once a project draft with its
 * price, or a charge where it is taxed otherwise.
 */
export async function makeOf(ctx: Ctx, quote: QuoteRecord, taken: readonly Line[]): Promise<Made> {
  const day = await todayOf(ctx, quote.client_id);
  const taxes = await taxesInUse(ctx);
  const of = { quote, day, taxes };
  const contractId = await makeContract(
    ctx,
    of,
    taken.filter(({ billed }) => billed === 'monthly'),
  );
  const orderId = await makeOrder(ctx, of, taken.filter(isBought));
  const projectId = await makeProject(
    ctx,
    of,
    taken.filter((line) => isDone(line) && !chargesAlone(line)),
    contractId,
  );
  return { contractId, orderId, projectId, charges: await makeCharges(ctx, of, taken.filter(chargesAlone)) };
}

type Of = { readonly quote: QuoteRecord; readonly day: string; readonly taxes: ReadonlySet<string> };

/** A tax that was retired since is not charged by any more: the line goes by what the client pays. */
const taxOf = ({ taxes }: Of, { taxRate }: Line): string | null =>
  taxRate && taxes.has(taxRate.id) ? taxRate.id : null;

async function taxesInUse(ctx: Ctx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select id from tax_rates where active`.execute(ctx.tx);
  return new Set(rows.map(({ id }) => id));
}

async function makeContract(ctx: Ctx, of: Of, lines: readonly Line[]): Promise<string | null> {
  if (lines.length === 0) return null;
  const { quote, day } = of;
  const { client_id: clientId, id, title, currency, number, revision } = quote;
  const reference = `${quoteNumber(number)}, revision ${revision}`;
  const contractId = await createContract(ctx, { clientId, name: title, currency, begins: day, reference });
  for (const line of lines)
    await addLine(ctx, contractId, {
      ...{ kind: 'fixed', name: line.name, unit: line.unit, quantity: line.quantity, price: line.unitPrice },
      taxRateId: taxOf(of, line),
    });
  await sql`update quotes set contract_id = ${contractId} where client_id = ${clientId} and id = ${id}`.execute(ctx.tx);
  return contractId;
}

async function makeOrder(ctx: Ctx, of: Of, lines: readonly Line[]): Promise<string | null> {
  if (lines.length === 0) return null;
  const { client_id: clientId, id: quoteId, currency } = of.quote;
  const orderId = newId();
  await sql`
    insert into orders (client_id, id, quote_id, currency, created_at)
    values (${clientId}, ${orderId}, ${quoteId}, ${currency}, ${ctx.now})`.execute(ctx.tx);
  const rows = lines.map((line, position) => ({ ...line, id: newId(), position, taxRateId: taxOf(of, line) }));
  await sql`
    insert into order_lines (client_id, id, order_id, position, product_id, name, unit, quantity, price, cost, supplier, tax_rate_id, created_at, updated_at)
    select ${clientId}, id, ${orderId}, position, "productId", name, unit, quantity, "unitPrice", cost, supplier, "taxRateId", ${ctx.now}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, position int, "productId" uuid, name text, unit text, quantity numeric,
      "unitPrice" numeric, cost numeric, supplier text, "taxRateId" uuid)`.execute(ctx.tx);
  await appendEvent(ctx, {
    ...{ clientId, subjectType: 'order', subjectId: orderId, type: 'order.created' },
    data: { quoteId, lines: lines.length },
  });
  return orderId;
}

const HOURS = /^(h|hrs?|hours?|std|stunden?|heures?|horas?|uren|uur)\.?$/i;
const minutesOf = ({ unit, quantity }: Line): number | null =>
  HOURS.test(unit.trim()) ? Math.min(Math.round(Number(quantity) * 60), MOST_MINUTES) : null;
/** What a task may be estimated at. */
const MOST_MINUTES = 100_000;

async function makeProject(ctx: Ctx, { quote }: Of, lines: readonly Line[], contractId: string | null) {
  if (lines.length === 0) return null;
  const { client_id: clientId, id, title, currency, introduction } = quote;
  const projectId = await createProjectFromQuote(ctx, {
    ...{ clientId, name: title, currency, contractId, description: introduction },
    price: lines.reduce((sum, { amount }) => sum + amount, 0),
    lines: lines.map((line) => ({ name: line.name, description: line.description, minutes: minutesOf(line) })),
  });
  await sql`update quotes set project_id = ${projectId} where client_id = ${clientId} and id = ${id}`.execute(ctx.tx);
  return projectId;
}

async function makeCharges(ctx: Ctx, of: Of, lines: readonly Line[]): Promise<number> {
  const { client_id: clientId, currency } = of.quote;
  for (const line of lines) {
    const chargeId = await createCharge(ctx, {
      ...{ clientId, name: line.name, due: of.day, quantity: line.quantity, price: line.unitPrice },
      ...{ unit: line.unit, currency, taxRateId: taxOf(of, line) },
    });
    await sql`
      insert into quote_charges (client_id, quote_line_id, charge_id) values (${clientId}, ${line.id}, ${chargeId})`.execute(
      ctx.tx,
    );
  }
  return lines.length;
}
