import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { refuseUnknown } from '#platform/record/index.ts';
import { viewClient } from './clients.ts';

/** Says which services a client consumes; the list replaces the one before. */
export async function setClientServices(ctx: Ctx, clientId: string, serviceIds: readonly string[]): Promise<void> {
  await viewClient(ctx, clientId);
  await refuseUnknown(ctx, 'services', 'serviceIds', serviceIds);
  await ctx.tx.deleteFrom('client_services').where('client_id', '=', clientId).execute();
  if (serviceIds.length > 0)
    await ctx.tx
      .insertInto('client_services')
      .values(serviceIds.map((service_id) => ({ client_id: clientId, service_id, since: ctx.now.slice(0, 10) })))
      .execute();
  await appendEvent(ctx, {
    clientId,
    subjectType: 'client',
    subjectId: clientId,
    type: 'client.services_changed',
    data: { serviceIds },
  });
}
