import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { SELLER } from '#server/business/contract/index.ts';

/** The next number of an invoice. Others wait until the transaction ends, and one that fails gives it back: no gap, no twin. */
export async function nextNumber(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    update invoice_numbers set next = next + 1 returning next - 1 as number`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw new Error('There is no counter of invoices');
  return row.number;
}

/** The number of an invoice as it is written, behind what the provider puts before it. */
export const numberWords = (prefix: string, number: number): string => `${prefix}${String(number).padStart(5, '0')}`;

/** The same for all of a reader's invoices. */
export async function numbering(ctx: Ctx): Promise<(number: number) => string> {
  const { value } = await resolveSetting(ctx, SELLER, null);
  return (number) => numberWords(value.numberPrefix, number);
}
