import { notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { refuseUnknown } from '#platform/record/index.ts';
import type { SetServiceState } from '#shared/announcement.ts';
import { statusSaid } from './said.ts';

/**
 * Says how a service is, for everybody or for some clients. For everybody, "operational" ends all that was said by hand of it, and
 * anything else leaves what was said for some clients as it is. What announcements say of it stays.
 */
export async function setServiceState(ctx: Ctx, serviceId: string, input: SetServiceState): Promise<void> {
  const { state, note = '', clientIds } = input;
  if (!clientIds) requireAllClients(ctx, 'The state of a service for everybody');
  const service = await ctx.tx
    .selectFrom('services')
    .select('id')
    .where('id', '=', serviceId)
    .forUpdate()
    .executeTakeFirst();
  if (!service) throw notFound('service');
  await refuseUnknown(ctx, 'clients', 'clientIds', clientIds ?? []);
  for (const clientId of clientIds ?? [null]) await setFor(ctx, serviceId, clientId, { state, note: note.trim() });
}

async function setFor(
  ctx: Ctx,
  serviceId: string,
  clientId: string | null,
  { state, note }: { state: SetServiceState['state']; note: string },
): Promise<void> {
  const everywhere = clientId === null && state === 'operational';
  const ended = await ctx.tx
    .updateTable('service_states')
    .set({ until_at: ctx.now })
    .where('service_id', '=', serviceId)
    .where('until_at', 'is', null)
    .$if(!everywhere, (query) => query.where('client_id', 'is not distinct from', clientId))
    .returning(['id', 'state'])
    .execute();
  if (state === 'operational' && ended.length === 0) return;
  const id = newId();
  if (state !== 'operational')
    await ctx.tx
      .insertInto('service_states')
      .values({
        id,
        service_id: serviceId,
        client_id: clientId,
        state,
        note,
        from_at: ctx.now,
        staff_id: actingStaff(ctx),
        by_name: ctx.actor.name,
      })
      .execute();
  await appendEvent(ctx, {
    clientId,
    subjectType: 'service',
    subjectId: serviceId,
    type: 'service.state_set',
    data: { changes: { state: [ended[0]?.state ?? 'operational', state] } },
  });
  const said = [...ended, ...(state === 'operational' ? [] : [{ id }])];
  for (const one of said) await statusSaid(ctx, { source: 'status', id: one.id });
}
