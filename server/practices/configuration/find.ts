import { normalIdentifier } from '#kernel/estate/identifiers.ts';
import type { Ctx } from '#platform/context/index.ts';

export type FoundItem = { readonly id: string; readonly clientId: string };

const BY_SOURCE = `
select s.client_id as "clientId", coalesce(i.merged_into, i.id) as id from ci_sources s
join configuration_items i on i.client_id = s.client_id and i.id = s.item_id
where s.source_id = $1 and s.external_id = any ($2::text[]) order by s.gone_at nulls first`;

/** The item that a source lists under one of these ids, whichever client it is at. Null: none. */
export async function findItemOfSource(
  ctx: Ctx,
  sourceId: string,
  ...externalIds: readonly string[]
): Promise<FoundItem | null> {
  const [found] = await ctx.hot<FoundItem>('ci_of_source', BY_SOURCE, [sourceId, externalIds]);
  return found ?? null;
}

const BY_NAME = `
select distinct i.id, $1::uuid as "clientId" from configuration_items i
where i.client_id = $1 and i.merged_into is null and i.state not in ('retired', 'disposed') and (i.name_key = $2
  or i.id in (select x.item_id from ci_identifiers x where x.client_id = $1 and x.kind = 'hostname' and x.value = $2))`;

/** The item of a client with that host name, in full or without its domain. Null where none has it, or more than one. */
export async function findItemByName(ctx: Ctx, clientId: string, hostname: string): Promise<FoundItem | null> {
  const host = normalIdentifier({ kind: 'hostname', value: hostname });
  if (!host) return null;
  const found = await ctx.hot<FoundItem>('ci_by_name', BY_NAME, [clientId, host.value]);
  return found.length === 1 ? (found[0] ?? null) : null;
}
