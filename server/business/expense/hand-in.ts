import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { TimePeriod } from '#shared/time.ts';
import { receiptNeeded } from './receipt-needed.ts';

type Waiting = { id: string; amount: number; currency: string; receiptAbove: string | null };

/**
 * Hands in what the acting person paid on the days, or takes it back, with the timesheet. What lacks a receipt that its kind asks for stays
 * `behind`.
 */
export async function handExpenses(ctx: Ctx, { from, to: last }: TimePeriod, to: 'submitted' | 'open') {
  const states = to === 'open' ? ['submitted'] : ['open', 'returned'];
  const staffId = ctx.scope.principalId;
  const { rows } = await sql<Waiting>`
    select e.id, e.amount, e.currency, k.receipt_above as "receiptAbove"
    from expenses e join expense_kinds k on k.id = e.kind_id
    where e.staff_id = ${staffId} and e.day >= ${from} and e.day <= ${last} and e.state = any (${states}::text[])
    order by e.id for update of e`.execute(ctx.tx);
  const proven = to === 'open' ? new Set() : await withReceipt(ctx, rows);
  const ids = rows.filter((row) => to === 'open' || proven.has(row.id) || !receiptNeeded(row)).map(({ id }) => id);
  if (ids.length > 0) {
    await sql`
      update expenses set state = ${to}, returned_because = null, version = version + 1, updated_at = ${ctx.now}
      where id = any (${ids}::uuid[])`.execute(ctx.tx);
    await appendEvent(ctx, {
      ...{ clientId: null, subjectType: 'staff', subjectId: staffId ?? '' },
      type: `expense.${to === 'open' ? 'taken_back' : 'submitted'}`,
      data: { expenses: ids.length, expenseIds: ids, from, to: last },
    });
  }
  return { handed: ids.length, behind: rows.length - ids.length };
}

/** Which of them have a receipt; asked once they are locked, since one may have been taken off meanwhile. */
async function withReceipt(ctx: Ctx, expenses: readonly Waiting[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct expense_id as id from expense_receipts where expense_id = any (${expenses.map(({ id }) => id)}::uuid[])`.execute(
    ctx.tx,
  );
  return new Set(rows.map(({ id }) => id));
}
