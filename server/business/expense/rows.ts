import { type Selectable, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import type { TimeState } from '#shared/time.ts';

export type ExpenseRecord = Omit<Selectable<Tables['expenses']>, 'state'> & { state: TimeState };

/** An expense, locked; `not_found` where the caller sees none. */
export async function lockExpense(ctx: Ctx, id: string): Promise<ExpenseRecord> {
  const [expense] = await lockExpenses(ctx, [id]);
  if (!expense) throw notFound('expense');
  return expense;
}

/** Expenses of which the caller sees the client, locked in one order. */
export async function lockExpenses(ctx: Ctx, ids: readonly string[]): Promise<ExpenseRecord[]> {
  const { rows } = await sql<ExpenseRecord>`
    select * from expenses where id = any (${ids}::uuid[]) order by id for update`.execute(ctx.tx);
  return rows;
}
