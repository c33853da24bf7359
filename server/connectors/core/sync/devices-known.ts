import type { Ctx } from '#platform/context/index.ts';

/** A device as far as reading it goes. `stamp`: of which time its costly details are that we hold; null: of none. */
export type KnownDevice = { readonly externalId: string; readonly site: string | null; readonly stamp: string | null };
export type KnownDevices = Map<string, KnownDevice>;

export async function readKnownDevices(ctx: Ctx, connectorId: string): Promise<KnownDevices> {
  const rows = await ctx.tx
    .selectFrom('connector_devices')
    .select(['external_id as externalId', 'site', 'stamp'])
    .where('connector_id', '=', connectorId)
    .execute();
  return new Map(rows.map((row) => [row.externalId, row]));
}

const KEEP = `
insert into connector_devices (connector_id, external_id, site, stamp)
select $1, * from unnest($2::text[], $3::text[], $4::text[])
on conflict (connector_id, external_id) do update set site = excluded.site, stamp = excluded.stamp`;

/** Keeps those that differ from what is known. */
export async function keepDevices(
  ctx: Ctx,
  connectorId: string,
  known: KnownDevices,
  devices: readonly KnownDevice[],
): Promise<void> {
  const changed = devices.filter((device) => {
    const before = known.get(device.externalId);
    return before?.site !== device.site || before.stamp !== device.stamp;
  });
  if (changed.length === 0) return;
  await ctx.hot('connector_devices_keep', KEEP, [
    connectorId,
    changed.map(({ externalId }) => externalId),
    changed.map(({ site }) => site),
    changed.map(({ stamp }) => stamp),
  ]);
}

const FORGET = `delete from connector_devices where connector_id = $1 and external_id = any ($2::text[])`;

/** Forgets devices that a complete list no longer has. */
export async function forgetDevices(ctx: Ctx, connectorId: string, gone: readonly string[]): Promise<void> {
  if (gone.length > 0) await ctx.hot('connector_devices_forget', FORGET, [connectorId, gone]);
}
