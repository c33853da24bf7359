import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { ContractView, CoversShape } from '#shared/contract.ts';
import { LISTS } from './unknown-covers.ts';

type Lists = keyof typeof LISTS;

/** How each of what lines take in is called; `clientId`: whose lines they are, null for those of a template. */
export async function coveredBy(
  ctx: Ctx,
  clientId: string | null,
  lines: readonly { readonly covers?: Partial<CoversShape> | null }[],
): Promise<ContractView['covered']> {
  const covered: ContractView['covered'] = [];
  for (const [field, { table, ofClient }] of Object.entries(LISTS)) {
    const ids = [...new Set(lines.flatMap(({ covers }) => covers?.[field as Lists] ?? []))];
    if (ids.length === 0) continue;
    const place = ofClient ? sql`client_id = ${clientId} and` : sql``;
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from ${sql.table(table)} where ${place} id = any (${ids}::uuid[])`.execute(ctx.tx);
    covered.push(...rows);
  }
  return covered;
}
