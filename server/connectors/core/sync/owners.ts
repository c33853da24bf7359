import type { Ctx } from '#platform/context/index.ts';
import type { AlertSource } from '#server/practices/monitoring/index.ts';

export type Owner = { readonly clientId: string; readonly siteId: string | null };

/** Whose each place at a system is. */
export type Owners = {
  /** Null for a place that is nobody's, or is passed over. */
  of(this: void, site: string | null): Owner | null;
  isIgnored(this: void, site: string | null): boolean;
  /** What people call a place; empty where nobody has said it. */
  nameOf(this: void, site: string): string;
  /** Whether anything belongs to anybody. */
  readonly any: boolean;
};

/** Reads whose is what. What names no site, or one that is not mapped, is of the client that the connector serves where there is one. */
export async function readOwners(ctx: Ctx, connectorId: string): Promise<Owners> {
  const connector = await ctx.tx
    .selectFrom('connectors')
    .select('serves_id')
    .where('id', '=', connectorId)
    .executeTakeFirstOrThrow();
  const rows = await ctx.tx
    .selectFrom('connector_sites')
    .select(['external_id', 'name', 'for_client_id', 'for_site_id', 'ignored'])
    .where('connector_id', '=', connectorId)
    .execute();
  const rest = connector.serves_id ? { clientId: connector.serves_id, siteId: null } : null;
  const ignored = new Set(rows.filter((row) => row.ignored).map((row) => row.external_id));
  const names = new Map(rows.map(({ external_id: id, name }) => [id, name === id ? '' : name]));
  const mapped = new Map<string, Owner>();
  for (const { external_id: id, for_client_id: clientId, for_site_id: siteId } of rows)
    if (clientId !== null) mapped.set(id, { clientId, siteId });
  return {
    of: (site) => (site === null ? rest : ignored.has(site) ? null : (mapped.get(site) ?? rest)),
    nameOf: (site) => names.get(site) ?? '',
    isIgnored: (site) => site !== null && ignored.has(site),
    any: rest !== null || mapped.size > 0,
  };
}

/** A connector as the system that its alerts come from. */
export const sourceOf = ({ id, name }: { id: string; name: string }, owners: Owners): AlertSource => ({
  id,
  name,
  clientOf: owners.of,
  siteName: owners.nameOf,
});
