import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { CoversShape } from '#shared/contract.ts';
import { LISTS } from './unknown-covers.ts';

type Lists = keyof typeof LISTS;

/** How each of what lines take in is called, by its id. */
export async function namesOfCovers(
  ctx: Ctx,
  clientId: string,
  covers: readonly CoversShape[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const [field, { table, ofClient }] of Object.entries(LISTS)) {
    const ids = [...new Set(covers.flatMap((one) => one[field as Lists]))];
    if (ids.length === 0) continue;
    const place = ofClient ? sql`client_id = ${clientId} and` : sql``;
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from ${sql.table(table)} where ${place} id = any (${ids}::uuid[])`.execute(ctx.tx);
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}
