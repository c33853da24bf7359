import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';

/** The next number of a quote. Others wait until the transaction ends, and one that fails gives it back. */
export async function nextQuoteNumber(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    update quote_numbers set next = next + 1 returning next - 1 as number`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw new Error('There is no counter of quotes');
  return row.number;
}
