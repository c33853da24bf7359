import { sql } from 'kysely';
import { Fault, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { holdExpenseCharge } from '#server/business/contract/index.ts';
import { refuseOwn, refuseUndecidable, tellReturned } from '#server/business/time/index.ts';
import type { DecideExpenses, ExpenseSum } from '#shared/expense.ts';
import { chargeFor } from './charge.ts';
import { type ExpenseRecord, lockExpenses } from './rows.ts';

/**
 * Approves what was submitted, which charges the client where it is to be, or returns it with a reason; what is approved can be returned as
 * well, unless it is on an invoice or paid back. All or nothing. Nobody decides about their own while anybody else may.
 */
export async function decideExpenses(
  ctx: Ctx,
  { expenseIds, versions, approve, note }: DecideExpenses,
): Promise<ExpenseSum> {
  const reason = note?.trim() ?? '';
  if (!approve && !reason) throw invalid([{ path: 'note', message: 'must say why it is returned' }]);
  const rows = await lockExpenses(ctx, expenseIds);
  refuseUndecidable(rows, { ids: expenseIds, path: 'expenseIds', what: 'an expense', approve, versions });
  if (approve) await refuseOwn(ctx, rows, 'expenses');
  if (!approve) for (const row of rows) await release(ctx, row);
  await sql`
    update expenses set state = ${approve ? 'approved' : 'returned'}, returned_because = ${approve ? null : reason},
      decided_by = ${ctx.scope.principalId}, decided_at = ${ctx.now}, version = version + 1, updated_at = ${ctx.now}
    where id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(ctx.tx);
  if (approve) await chargeFor(ctx, rows);
  for (const [staffId, of] of Map.groupBy(rows, ({ staff_id }) => staff_id)) {
    await appendEvent(ctx, {
      ...{ clientId: null, subjectType: 'staff', subjectId: staffId },
      type: `expense.${approve ? 'approved' : 'returned'}`,
      data: { expenses: of.length, expenseIds: of.map(({ id }) => id), ...(approve ? {} : { reason }) },
    });
    const what = of.length === 1 ? 'An expense' : `${of.length} expenses`;
    if (!approve) await tellReturned(ctx, staffId, 'expenses', { what, reason });
  }
  return { expenses: rows.length };
}

/** What it charged is not billed any more. `conflict` for what is on an invoice, or was paid back. */
async function release(ctx: Ctx, { client_id, id, paid_back_on: paid }: ExpenseRecord): Promise<void> {
  if (paid)
    throw new Fault(
      'conflict',
      `This expense was paid back on ${paid}. Take that back first; then it can be returned.`,
    );
  await holdExpenseCharge(ctx, { clientId: client_id, expenseId: id });
}
