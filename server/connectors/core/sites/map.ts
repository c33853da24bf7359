import { type FieldError, forbidden, invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { createClient } from '#server/business/client/index.ts';
import { giveAlertsOfSite } from '#server/practices/monitoring/index.ts';
import type { MapSites } from '#shared/connector.ts';
import { readConnector } from '../rows.ts';
import { freeCodes } from './code.ts';
import { listSites } from './list.ts';

type Mapping = MapSites['items'][number];

/**
 * Says of places at a system which client and site each stands for, or that it is to be passed over; what is there is read anew at once.
 * Under the program's scope.
 */
export async function mapSites(ctx: Ctx, connectorId: string, items: readonly Mapping[]): Promise<void> {
  const { name } = await readConnector(ctx, connectorId, { lock: true });
  const faults = await faultsOf(ctx, connectorId, items);
  if (faults.length > 0) throw invalid(faults);
  for (const { externalId, clientId, siteId, ignored } of items) {
    const row = {
      for_client_id: clientId,
      for_site_id: siteId ?? null,
      ignored: clientId === null && ignored === true,
    };
    const one = ctx.tx.updateTable('connector_sites').set(row).where('connector_id', '=', connectorId);
    await one.where('external_id', '=', externalId).execute();
    if (clientId !== null) await giveAlertsOfSite(ctx, connectorId, externalId, { clientId, siteId: siteId ?? null });
  }
  // Under another client they are other items, of which everything is asked again.
  await ctx.tx
    .updateTable('connector_devices')
    .set({ stamp: null })
    .where('connector_id', '=', connectorId)
    .where('site', 'in', [...new Set(items.map(({ externalId }) => externalId))])
    .where('stamp', 'is not', null)
    .execute();
  // Alerts follow the devices that they are on.
  const tasks = ctx.tx.updateTable('connector_tasks').where('connector_id', '=', connectorId);
  await tasks.set({ next_at: ctx.now, full_at: ctx.now }).where('task', '=', 'devices').execute();
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'connector',
    subjectId: connectorId,
    type: 'connector.sites_mapped',
    data: { name, items },
  });
}

async function faultsOf(ctx: Ctx, connectorId: string, items: readonly Mapping[]): Promise<FieldError[]> {
  const ids = <T>(of: (item: Mapping) => T | null | undefined) => [
    ...new Set(items.map(of).filter((id) => id !== null && id !== undefined)),
  ];
  const places = await ctx.tx
    .selectFrom('connector_sites')
    .select('external_id')
    .where('connector_id', '=', connectorId)
    .where(
      'external_id',
      'in',
      ids(({ externalId }) => externalId),
    )
    .execute();
  const known = new Set(places.map(({ external_id }) => external_id));
  const clientIds = ids(({ clientId }) => clientId);
  const clients =
    clientIds.length === 0
      ? []
      : await ctx.tx
          .selectFrom('clients')
          .select('id')
          .where('active', '=', true)
          .where('id', 'in', clientIds)
          .execute();
  const active = new Set(clients.map(({ id }) => id));
  const siteIds = ids(({ siteId }) => siteId);
  const sites =
    siteIds.length === 0
      ? []
      : await ctx.tx
          .selectFrom('sites')
          .select(['client_id', 'id'])
          .where('client_id', 'in', clientIds.length === 0 ? [connectorId] : clientIds)
          .where('id', 'in', siteIds)
          .execute();
  const pairs = new Set(sites.map(({ client_id, id }) => `${client_id} ${id}`));
  return items.flatMap(({ externalId, clientId, siteId }, at) => {
    if (!known.has(externalId)) return [{ path: `items.${at}.externalId`, message: 'is no site of this connector' }];
    if (clientId !== null && !active.has(clientId))
      return [{ path: `items.${at}.clientId`, message: 'is not an active client' }];
    if (siteId && !pairs.has(`${clientId} ${siteId}`))
      return [{ path: `items.${at}.siteId`, message: 'is no site of this client' }];
    return [];
  });
}

/** Maps every place as it is suggested. Answers how many. */
export async function acceptSuggestions(ctx: Ctx, connectorId: string): Promise<number> {
  const items = (await listSites(ctx, connectorId)).flatMap(({ externalId, suggestion }) =>
    suggestion ? [{ externalId, clientId: suggestion.clientId, siteId: suggestion.siteId }] : [],
  );
  if (items.length > 0) await mapSites(ctx, connectorId, items);
  return items.length;
}

/** Takes on a client for each of these places that is nobody's, by its name, and maps it. Places of one name above share a client. */
export async function makeClients(ctx: Ctx, connectorId: string, externalIds: readonly string[]): Promise<number> {
  if (!ctx.can('client.manage'))
    throw forbidden('This needs the permission "client.manage" as well: it takes on clients.');
  const wanted = new Set(externalIds);
  const places = (await listSites(ctx, connectorId)).filter(
    ({ externalId, clientId, ignored }) => wanted.has(externalId) && clientId === null && !ignored,
  );
  if (places.length === 0) throw notFound('site without a client');
  const byName = Map.groupBy(places, ({ name, parentName }) => (parentName ?? name).trim());
  const own = await ctx.tx.selectFrom('clients').select('time_zone').where('kind', '=', 'internal').executeTakeFirst();
  const codes = await freeCodes(ctx, [...byName.keys()]);
  const items: Mapping[] = [];
  for (const [name, these] of byName) {
    const code = codes.get(name) ?? '';
    const clientId = await createClient(ctx, { name: name.slice(0, 200), code, timeZone: own?.time_zone ?? 'UTC' });
    items.push(...these.map(({ externalId }) => ({ externalId, clientId })));
  }
  await mapSites(ctx, connectorId, items);
  return byName.size;
}
