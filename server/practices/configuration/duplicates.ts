import type { Identifier } from '#kernel/estate/identifiers.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';

const PROPOSE = `
insert into ci_duplicates (client_id, id, kept_id, other_id, why, created_at)
select $1, n.id, case when (a.created_at, a.id) <= (b.created_at, b.id) then a.id else b.id end, case when (a.created_at, a.id) <= (b.created_at, b.id) then b.id else a.id end, n.why, $3
from jsonb_to_recordset($2::jsonb) as n (id uuid, one uuid, two uuid, why jsonb)
join configuration_items a on a.client_id = $1 and a.id = n.one
join configuration_items b on b.client_id = $1 and b.id = n.two
on conflict do nothing`;

/** Proposes that two items of a client are one; the elder goes on if they are. What was denied once is not proposed again. */
export async function proposeDuplicates(
  ctx: Ctx,
  clientId: string,
  pairs: readonly { readonly itemId: string; readonly alikeId: string; readonly why: readonly Identifier[] }[],
): Promise<void> {
  if (pairs.length === 0) return;
  const rows = pairs.map(({ itemId, alikeId, why }) => ({ id: newId(), one: itemId, two: alikeId, why }));
  await ctx.hot('ci_propose', PROPOSE, [clientId, JSON.stringify(rows), ctx.now]);
}
