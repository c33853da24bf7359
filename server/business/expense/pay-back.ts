import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { todayOf } from '#server/business/time/index.ts';
import type { ExpenseSum, PayBack } from '#shared/expense.ts';
import { lockExpenses } from './rows.ts';

/**
 * Says on which day people had back what they paid out of their own pocket, or that they had not. All or nothing: `invalid` for what is not
 * approved, was not theirs to be paid or was paid later, and for a day to come where whoever says it is.
 */
export async function payBack(ctx: Ctx, { expenseIds, on }: PayBack): Promise<ExpenseSum> {
  if (on !== null && on > (await todayOf(ctx))) throw invalid([{ path: 'on', message: 'must not be in the future' }]);
  const rows = await lockExpenses(ctx, expenseIds);
  const known = new Map(rows.map((row) => [row.id, row]));
  const faults = expenseIds.flatMap((id, nth) => {
    const found = known.get(id.toLowerCase());
    const message = !found
      ? 'is not an expense'
      : found.paid_by !== 'own'
        ? 'was paid by the company'
        : found.state !== 'approved'
          ? `is ${found.state}, not approved`
          : (found.paid_back_on === null) === (on === null)
            ? on === null
              ? 'was not paid back'
              : `was paid back on ${found.paid_back_on}`
            : on !== null && on < found.day
              ? `was not paid before ${found.day}`
              : null;
    return message ? [{ path: `expenseIds.${nth}`, message }] : [];
  });
  if (faults.length > 0) throw invalid(faults);
  const by = on === null ? null : ctx.scope.principalId;
  await sql`
    update expenses set paid_back_on = ${on}, paid_back_by = ${by}, version = version + 1, updated_at = ${ctx.now}
    where id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(ctx.tx);
  for (const [staffId, of] of Map.groupBy(rows, ({ staff_id }) => staff_id))
    await appendEvent(ctx, {
      ...{ clientId: null, subjectType: 'staff', subjectId: staffId, type: 'expense.paid_back' },
      data: { expenses: of.length, expenseIds: of.map(({ id }) => id), on },
    });
  return { expenses: rows.length };
}
