import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { ConnectorSite } from '#shared/connector.ts';
import { type KnownClient, suggester } from './suggest.ts';

type Row = Omit<ConnectorSite, 'suggestion'>;

/** The places at a connector's system, those without an owner first, each with whose it may be. Under the program's scope. */
export async function listSites(ctx: Ctx, connectorId: string): Promise<ConnectorSite[]> {
  const { rows } = await sql<Row>`
    select s.external_id as "externalId", s.name, s.parent_name as "parentName", s.device_count as "deviceCount",
      s.for_client_id as "clientId", c.name as "clientName", s.for_site_id as "siteId", p.name as "siteName", s.ignored,
      s.gone_at is not null as gone
    from connector_sites s left join clients c on c.id = s.for_client_id
      left join sites p on p.client_id = s.for_client_id and p.id = s.for_site_id
    where s.connector_id = ${connectorId}
    order by (s.for_client_id is not null or s.ignored), s.gone_at is not null, lower(coalesce(s.parent_name, '')), lower(s.name), s.external_id
    limit 5000`.execute(ctx.tx);
  if (rows.every(({ clientId, ignored }) => clientId !== null || ignored))
    return rows.map((row) => ({ ...row, suggestion: null }));
  const clients = await knownClients(ctx);
  const suggest = suggester(clients);
  const named = new Map(clients.map((client) => [client.id, client]));
  return rows.map((row) => {
    const found = row.clientId === null && !row.ignored ? suggest(row) : null;
    const client = found && named.get(found.clientId);
    const site = client?.sites.find(({ id }) => id === found?.siteId);
    return {
      ...row,
      suggestion: found && client ? { ...found, clientName: client.name, siteName: site?.name ?? null } : null,
    };
  });
}

/** The clients in use with their sites. */
async function knownClients(ctx: Ctx): Promise<KnownClient[]> {
  const { rows } = await sql<KnownClient>`
    select c.id, c.name, c.code, coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name)
      filter (where s.id is not null), '[]') as sites
    from clients c left join sites s on s.client_id = c.id and s.active where c.active group by c.id`.execute(ctx.tx);
  return rows;
}
