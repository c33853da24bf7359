import type { Ctx } from '#platform/context/index.ts';
import type { VendorSite } from '../provider.ts';

const LONGEST = 300;

/** Keeps the complete list of a system's sites: new ones are nobody's, and those that are not in it are gone. Unchanged ones are not written. */
export async function takeSites(ctx: Ctx, connectorId: string, sites: readonly VendorSite[]): Promise<void> {
  const rows = new Map(sites.map((site) => [site.externalId.slice(0, 200), site]));
  const list = [...rows].map(([externalId, { name, parentName, deviceCount }]) => ({
    externalId,
    name: name.slice(0, LONGEST) || externalId,
    parentName: parentName?.slice(0, LONGEST) ?? null,
    deviceCount,
  }));
  await ctx.hot('connector_sites_take', TAKE, [connectorId, ctx.now, JSON.stringify(list)]);
  await ctx.hot('connector_sites_gone', GONE, [connectorId, ctx.now, list.map(({ externalId }) => externalId)]);
}

const TAKE = `
insert into connector_sites as s (connector_id, external_id, name, parent_name, device_count, seen_at)
select $1, l."externalId", l.name, l."parentName", l."deviceCount", $2
from jsonb_to_recordset($3::jsonb) as l("externalId" text, name text, "parentName" text, "deviceCount" integer)
on conflict (connector_id, external_id) do update
set name = excluded.name, parent_name = excluded.parent_name, device_count = excluded.device_count, gone_at = null, seen_at = $2
where (s.name, s.parent_name, s.device_count, s.gone_at) is distinct from (excluded.name, excluded.parent_name, excluded.device_count, null)`;

const GONE = `
update connector_sites set gone_at = $2
where connector_id = $1 and gone_at is null and not external_id = any ($3::text[])`;
