import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { isProvider } from '#server/business/client/index.ts';

type Place = { readonly client_id: string; readonly ticket_id: string };

const ITEMS = 'select client_id, id from configuration_items where id = any ($1::uuid[]) and merged_into is null';
const WRITE_ITEMS = `
with gone as (
  delete from change_items l where l.change_client_id = $1 and l.change_id = $2 and not exists (
    select from unnest($3::uuid[], $4::uuid[]) wanted (client_id, item_id)
    where wanted.client_id = l.client_id and wanted.item_id = l.item_id) returning 1),
added as (
  insert into change_items (client_id, item_id, change_client_id, change_id, created_at)
  select client_id, item_id, $1, $2, $5 from unnest($3::uuid[], $4::uuid[]) wanted (client_id, item_id)
  on conflict do nothing returning 1)
select (select count(*) from gone)::int + (select count(*) from added)::int as changed`;

/**
 * Says which items a change touches, of whichever clients in sight. Returns whether that is something else than before. Those of clients
 * whom the writer does not see stay as they are.
 */
export async function writeItems(ctx: Ctx, change: Place, itemIds: readonly string[]): Promise<boolean> {
  const items = await ctx.hot<{ client_id: string; id: string }>('change_items_named', ITEMS, [itemIds]);
  const known = new Set(items.map(({ id }) => id));
  const unknown = itemIds.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw invalid([{ path: `itemIds.${unknown}`, message: 'is not an item in use' }]);
  const others = new Set(items.filter((item) => item.client_id !== change.client_id).map(({ id }) => id));
  const foreign = itemIds.findIndex((id) => others.has(id));
  if (foreign >= 0 && !(await isProvider(ctx, change.client_id)))
    throw invalid([
      {
        path: `itemIds.${foreign}`,
        message: 'is of another client; a change of several clients is one of the provider',
      },
    ]);
  const [done] = await ctx.hot<{ changed: number }>('change_items_write', WRITE_ITEMS, [
    change.client_id,
    change.ticket_id,
    items.map((item) => item.client_id),
    items.map((item) => item.id),
    ctx.now,
  ]);
  return (done?.changed ?? 0) > 0;
}

const SERVICES = 'select id from services where id = any ($1::uuid[]) and active';
const WRITE_SERVICES = `
with gone as (
  delete from change_services where client_id = $1 and change_id = $2 and service_id <> all ($3::uuid[]) returning 1),
added as (
  insert into change_services (client_id, change_id, service_id) select $1, $2, id from unnest($3::uuid[]) id
  on conflict do nothing returning 1)
select (select count(*) from gone)::int + (select count(*) from added)::int as changed`;

/** The same of services. */
export async function writeServices(ctx: Ctx, change: Place, serviceIds: readonly string[]): Promise<boolean> {
  const services = await ctx.hot<{ id: string }>('change_services_named', SERVICES, [serviceIds]);
  const known = new Set(services.map(({ id }) => id));
  const unknown = serviceIds.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw invalid([{ path: `serviceIds.${unknown}`, message: 'is not a service in use' }]);
  const [done] = await ctx.hot<{ changed: number }>('change_services_write', WRITE_SERVICES, [
    change.client_id,
    change.ticket_id,
    serviceIds,
  ]);
  return (done?.changed ?? 0) > 0;
}
