import { sql } from 'kysely';
import { Fault, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { lockRecord, updateRecord } from '#platform/record/index.ts';
import { createCharge } from '#server/business/contract/index.ts';
import type { OrderLineView, OrderQuery, SaveOrderLine } from '#shared/quote.ts';
import { ORDER_STATE_WORDS, type OrderState, quoteNumber } from '#shared/quote-words.ts';
import { todayOf } from './quotes.ts';

/** What is to be bought and was not handed over yet comes first, then the rest, the newest first. */
export async function listOrderLines(ctx: Ctx, { clientId, quoteId, state }: OrderQuery): Promise<OrderLineView[]> {
  const { rows } = await sql<Omit<OrderLineView, 'quote'> & { quote: { id: string; number: number; title: string } }>`
    select l.id, jsonb_build_object('id', c.id, 'name', c.name) as client,
      jsonb_build_object('id', q.id, 'number', q.number, 'title', q.title) as quote, l.name, l.unit, trim_scale(l.quantity)::text as quantity,
      trim_scale(l.price)::text as price, trim_scale(l.cost)::text as cost, o.currency, l.supplier, l.reference, l.expected_on as "expectedOn",
      l.state, l.charge_id as "chargeId", l.version
    from order_lines l join orders o on o.client_id = l.client_id and o.id = l.order_id
    join quotes q on q.client_id = o.client_id and q.id = o.quote_id join clients c on c.id = l.client_id
    where (${clientId ?? null}::uuid is null or l.client_id = ${clientId ?? null}::uuid)
      and (${quoteId ?? null}::uuid is null or o.quote_id = ${quoteId ?? null}::uuid)
      and (${state ?? null}::text is null or l.state = ${state ?? null})
    order by l.state in ('handed_over', 'cancelled'), o.created_at desc, o.id, l.position limit 1000`.execute(ctx.tx);
  return rows.map((row) => ({ ...row, quote: { ...row.quote, number: quoteNumber(row.quote.number) } }));
}

/** Where a line may go from where it is. */
const NEXT: Readonly<Record<OrderState, readonly OrderState[]>> = {
  to_order: ['ordered', 'received', 'handed_over', 'cancelled'],
  ordered: ['to_order', 'received', 'handed_over', 'cancelled'],
  received: ['ordered', 'handed_over', 'cancelled'],
  handed_over: [],
  cancelled: ['to_order'],
};

/**
 * Changes a line of an order, or where it stands. Once it is handed over it is charged to the client, once, and the next bill has it.
 * Handed over again, it is charged again where that charge was taken away. `conflict` where it cannot go there.
 */
export async function saveOrderLine(ctx: Ctx, id: string, input: SaveOrderLine): Promise<void> {
  const { rows } = await sql<{ client_id: string }>`select client_id from order_lines where id = ${id}`.execute(ctx.tx);
  const clientId = rows[0]?.client_id;
  if (!clientId) throw notFound('order line');
  const before = (await lockRecord(ctx, 'order_lines', 'order_line', id, input.version, clientId)) as unknown as Before;
  const { state } = input;
  if (state !== undefined && state !== before.state && !NEXT[before.state].includes(state))
    throw new Fault('conflict', `“${ORDER_STATE_WORDS[before.state]}” cannot become “${ORDER_STATE_WORDS[state]}”.`);
  const charges = state === 'handed_over' && !(await stands(ctx, clientId, before.charge_id));
  const chargeId = charges ? await charge(ctx, clientId, before) : null;
  await updateRecord(ctx, 'order_lines', 'order_line', id, { ...input, ...(chargeId ? { chargeId } : {}) }, clientId);
}

/** Whether what was charged is there still: somebody may have taken it away before it was billed. */
async function stands(ctx: Ctx, clientId: string, chargeId: string | null): Promise<boolean> {
  const { rows } = await sql`select from charges where client_id = ${clientId} and id = ${chargeId}`.execute(ctx.tx);
  return rows.length > 0;
}

type Before = {
  state: OrderState;
  charge_id: string | null;
  order_id: string;
  name: string;
  unit: string;
  quantity: string;
  price: string;
  tax_rate_id: string | null;
};

async function charge(ctx: Ctx, clientId: string, line: Before): Promise<string> {
  const { rows } = await sql<{ currency: string; taxRateId: string | null }>`
    select o.currency, (select x.id from tax_rates x where x.id = ${line.tax_rate_id} and x.active) as "taxRateId"
    from orders o where o.client_id = ${clientId} and o.id = ${line.order_id}`.execute(ctx.tx);
  const [order] = rows;
  if (!order) throw notFound('order');
  const { name, unit, quantity, price } = line;
  return createCharge(ctx, { clientId, name, unit, quantity, price, due: await todayOf(ctx, clientId), ...order });
}
