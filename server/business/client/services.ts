import { notFound, staleVersion } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { differences, toColumns } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { refuseUnknown } from '#platform/record/index.ts';
import type { SetClientService } from '#shared/service.ts';
import { viewClient } from './clients.ts';

/**
 * Says which services a client consumes; the list replaces the one before, and what a client has of its own stays with those that it
 * keeps. New ones it has since today, unless a day is named.
 */
export async function setClientServices(
  ctx: Ctx,
  clientId: string,
  serviceIds: readonly string[],
  since: string = ctx.now.slice(0, 10),
): Promise<void> {
  await viewClient(ctx, clientId);
  await refuseUnknown(ctx, 'services', 'serviceIds', serviceIds);
  const gone = ctx.tx.deleteFrom('client_services').where('client_id', '=', clientId);
  await (serviceIds.length > 0 ? gone.where('service_id', 'not in', serviceIds) : gone).execute();
  if (serviceIds.length > 0)
    await ctx.tx
      .insertInto('client_services')
      .values(serviceIds.map((service_id) => ({ client_id: clientId, service_id, since })))
      .onConflict((on) => on.columns(['client_id', 'service_id']).doNothing())
      .execute();
  await appendEvent(ctx, {
    clientId,
    subjectType: 'client',
    subjectId: clientId,
    type: 'client.services_changed',
    data: { serviceIds },
  });
}

/** Says what a client's service has by itself; null takes what is offered. Nothing happens where nothing differs. */
export async function setClientService(
  ctx: Ctx,
  { clientId, serviceId }: { clientId: string; serviceId: string },
  { version, ...terms }: SetClientService,
): Promise<void> {
  const before = await ctx.tx
    .selectFrom('client_services')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('service_id', '=', serviceId)
    .forUpdate()
    .executeTakeFirst();
  if (!before) throw notFound('service');
  if (before.version !== version) throw staleVersion('service', before.version);
  const columns = toColumns(terms);
  const changes = differences(before, columns);
  if (Object.keys(changes).length === 0) return;
  await ctx.tx
    .updateTable('client_services')
    .set({ ...columns, version: version + 1 })
    .where('client_id', '=', clientId)
    .where('service_id', '=', serviceId)
    .execute();
  await appendEvent(ctx, {
    clientId,
    subjectType: 'client',
    subjectId: clientId,
    type: 'client.service_changed',
    data: { serviceId, changes },
  });
}
