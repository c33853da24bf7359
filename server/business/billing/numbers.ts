import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';

/** The next number of an invoice. Others wait until the transaction ends, and one that fails gives it back: no gap, no twin. */
export async function nextNumber(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    update invoice_numbers set next = next + 1 returning next - 1 as number`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw new Error('There is no counter of invoices');
  return row.number;
}
