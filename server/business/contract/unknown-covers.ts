import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { CoversShape } from '#shared/contract.ts';

/** Where each list of what a line takes in is to be found; what is a client's must be of the contract's client. */
export const LISTS = {
  workTypeIds: { table: 'work_types', what: 'kinds of work', ofClient: false },
  categoryIds: { table: 'categories', what: 'categories', ofClient: false },
  serviceIds: { table: 'services', what: 'services', ofClient: false },
  staffIds: { table: 'staff', what: 'people of the provider', ofClient: false },
  itemIds: { table: 'configuration_items', what: 'items of this client', ofClient: true },
  contactIds: { table: 'contacts', what: 'contacts of this client', ofClient: true },
} as const;

/** `invalid` by field where a line would take in something that is not there, or that is another client's. */
export async function refuseUnknownCovers(
  ctx: Ctx,
  clientId: string | null,
  covers: Partial<CoversShape>,
): Promise<void> {
  for (const [field, { table, what, ofClient }] of Object.entries(LISTS)) {
    const ids = covers[field as keyof typeof LISTS] ?? [];
    if (ids.length === 0) continue;
    const place = ofClient ? sql`client_id = ${clientId} and` : sql``;
    const { rows } = await sql<{ found: number }>`
      select count(*)::int as found from ${sql.table(table)} where ${place} id = any (${ids}::uuid[])`.execute(ctx.tx);
    if (rows[0]?.found !== ids.length)
      throw invalid([{ path: `covers.${field}`, message: `must name ${what} that you see` }]);
  }
}
