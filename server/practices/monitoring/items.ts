import { normalIdentifier } from '#kernel/estate/identifiers.ts';
import type { Ctx } from '#platform/context/index.ts';

const NAMELESS = `
select id, device ->> 'hostname' as hostname from alerts
where id = any ($1::uuid[]) and item_id is null and device <> '{}'`;

/** Nearest first: what the same system lists under that id; else the one item of the client that bears the name. */
const FIND = `
update alerts a set item_id = x.item_id from (
  select a.client_id, a.id, coalesce(
    (select s.item_id from ci_sources s where s.client_id = a.client_id and s.source_id = a.connector_id
      and s.external_id = a.device ->> 'externalId' order by s.gone_at nulls first limit 1),
    (select case when count(distinct named.id) = 1 then min(named.id::text)::uuid end from (
      select i.id from configuration_items i where i.client_id = a.client_id and i.name_key = n.host
        and i.merged_into is null and i.state not in ('retired', 'disposed')
      union select i.id from ci_identifiers c
        join configuration_items i on i.client_id = c.client_id and i.id = c.item_id
        where c.client_id = a.client_id and c.kind = 'hostname' and c.value = n.host
        and i.merged_into is null and i.state not in ('retired', 'disposed')) named)) as item_id
  from unnest($1::uuid[], $2::text[]) n (id, host) join alerts a on a.id = n.id) x
where a.client_id = x.client_id and a.id = x.id and x.item_id is not null`;

/** Finds the items that alerts are of, for those that have none yet. */
export async function findItems(ctx: Ctx, alertIds: readonly string[]): Promise<void> {
  if (alertIds.length === 0) return;
  const rows = await ctx.hot<{ id: string; hostname: string | null }>('alerts_nameless', NAMELESS, [alertIds]);
  if (rows.length === 0) return;
  const hosts = rows.map(({ hostname }) =>
    hostname === null ? null : (normalIdentifier({ kind: 'hostname', value: hostname })?.value ?? null),
  );
  await ctx.hot('alerts_find_items', FIND, [rows.map(({ id }) => id), hosts]);
}
