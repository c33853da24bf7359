import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';

/** Expenses of a client that would be charged, were they approved, in one currency. `amount`: what they cost, in minor units. */
export type WaitingExpenses = {
  readonly clientId: string;
  readonly currency: string;
  readonly number: number;
  readonly amount: number;
  readonly oldest: string;
};

/** What clients are to be charged of what was spent by a day and nobody has approved yet. */
export async function waitingExpenses(ctx: Ctx, clientIds: readonly string[], by: string): Promise<WaitingExpenses[]> {
  const { rows } = await sql<WaitingExpenses>`
    select client_id as "clientId", currency, count(*)::int as number, sum(amount)::bigint as amount, min(day) as oldest from expenses
    where client_id = any (${clientIds}::uuid[]) and chargeable and state <> 'approved' and day <= ${by}
    group by client_id, currency`.execute(ctx.tx);
  return rows;
}
