import { type RawBuilder, sql } from 'kysely';
import { forbidden, invalid, notFound } from '#kernel/errors.ts';
import { chargedFor } from '#kernel/expense.ts';
import type { Ctx } from '#platform/context/index.ts';
import { numbering } from '#server/business/contract/index.ts';
import { mayEdit } from '#server/business/time/index.ts';
import type { ExpenseQuery, ExpenseView } from '#shared/expense.ts';
import { minorDigits } from '#shared/money-words.ts';
import { receiptNeeded } from './receipt-needed.ts';

type Row = Omit<ExpenseView, 'charged' | 'markup' | 'invoice' | 'receiptNeeded' | 'mayEdit'> & {
  markup: string;
  invoice: { id: string; number: number } | null;
  receiptAbove: string | null;
};

/** Whether it stands on an invoice, which keeps it as it is. */
const BILLED = sql<boolean>`exists (select from charges h join charges_billed b on b.client_id = h.client_id and b.charge_id = h.id
  where h.client_id = e.client_id and h.expense_id = e.id)`;

async function read(ctx: Ctx, where: RawBuilder<boolean>, order: RawBuilder<unknown>): Promise<ExpenseView[]> {
  const { rows } = await sql<Row>`
    select e.id, jsonb_build_object('id', s.id, 'name', s.name) as staff, jsonb_build_object('id', c.id, 'name', c.name) as client,
      case when t.id is not null then jsonb_build_object('id', t.id, 'key', t.key, 'title', t.title) end as ticket,
      jsonb_build_object('id', k.id, 'name', k.name, 'unit', k.unit) as kind, e.day, e.quantity, e.rate, e.currency, e.amount, e.tax,
      e.paid_by as "paidBy", e.chargeable, e.markup, e.client_note as "clientNote", e.note, e.state,
      e.returned_because as "returnedBecause", e.paid_back_on as "paidBackOn", k.receipt_above as "receiptAbove",
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'mediaType', r.media_type, 'size', r.size) order by r.created_at, r.id)
        from expense_receipts r where r.client_id = e.client_id and r.expense_id = e.id), '[]') as receipts,
      (select jsonb_build_object('id', i.id, 'number', i.number) from charges h
        join charges_billed b on b.client_id = h.client_id and b.charge_id = h.id
        join invoices i on i.client_id = b.client_id and i.id = b.invoice_id
        where h.client_id = e.client_id and h.expense_id = e.id) as invoice, e.version
    from expenses e join staff s on s.id = e.staff_id join clients c on c.id = e.client_id join expense_kinds k on k.id = e.kind_id
    left join tickets t on t.client_id = e.client_id and t.id = e.ticket_id
    where ${where} order by ${order} limit 1000`.execute(ctx.tx);
  const written = await numbering(ctx);
  return rows.map((row) => shown(ctx, row, written));
}

/** What the client is charged on top is for those who see prices. */
function shown(ctx: Ctx, { receiptAbove, ...row }: Row, written: (number: number) => string): ExpenseView {
  const { chargeable, markup, currency, receipts, state, staff, invoice } = row;
  const priced = ctx.can('contract.read');
  return {
    ...row,
    markup: priced ? markup : null,
    charged: priced && chargeable ? chargedFor(row, markup, minorDigits(currency)).amount : null,
    invoice: invoice && { id: invoice.id, number: written(invoice.number) },
    receiptNeeded: receipts.length === 0 && receiptNeeded({ ...row, receiptAbove }),
    mayEdit: mayEdit(ctx, { staff_id: staff.id, state }),
  };
}

/** Expenses on a ticket, newest first. */
export const expensesOn = (ctx: Ctx, { client_id, id }: { client_id: string; id: string }): Promise<ExpenseView[]> =>
  read(ctx, sql`e.client_id = ${client_id} and e.ticket_id = ${id}`, sql`e.day desc, e.id desc`);

/** An expense as it stands; `not_found` where the reader sees none. */
export async function viewExpense(ctx: Ctx, id: string): Promise<ExpenseView> {
  const [found] = await read(ctx, sql`e.id = ${id}`, sql`e.id`);
  if (!found) throw notFound('expense');
  return found;
}

/** Expenses of oneself, of somebody or everybody, by day; others' are for those who approve time. At most 1,000. */
export async function listExpenses(
  ctx: Ctx,
  { from, to, of, state, payBack, returnable }: ExpenseQuery,
): Promise<ExpenseView[]> {
  const self = ctx.scope.principalId;
  const whose = of === undefined ? self : of === 'everybody' ? null : of.toLowerCase();
  if (ctx.scope.principal !== 'staff') throw forbidden('Expenses are of people who work here.');
  if (whose !== self && !ctx.can('time.approve'))
    throw forbidden('Somebody else’s expenses are for those who approve time.');
  if (from !== undefined && to !== undefined && to < from)
    throw invalid([{ path: 'to', message: 'must not be before the first day' }]);
  const all = [
    sql`(${whose}::uuid is null or e.staff_id = ${whose}::uuid)`,
    ...(from === undefined ? [] : [sql`e.day >= ${from}`]),
    ...(to === undefined ? [] : [sql`e.day <= ${to}`]),
    ...(state === undefined ? [] : [sql`e.state = ${state}`]),
    ...(payBack === undefined
      ? []
      : [sql`e.paid_by = 'own' and e.state = 'approved' and (e.paid_back_on is null) = ${payBack === 'owed'}`]),
    ...(returnable ? [sql`e.state = 'approved' and e.paid_back_on is null and not ${BILLED}`] : []),
  ];
  return read(ctx, sql`${sql.join(all, sql` and `)}`, sql`e.day desc, e.id desc`);
}
