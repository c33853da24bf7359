import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { isPlausible, PLAUSIBLE_WORDS } from '#kernel/plausible.ts';
import type { Ctx } from '#platform/context/index.ts';
import { differences } from '#platform/database/index.ts';
import type { RecordOutage, UpdateOutage } from '#shared/service.ts';
import { writeLinks } from './links.ts';
import { lockOutage, type OutageRecord, tellOutage } from './rows.ts';

type Times = { began_at: string; ended_at: string | null; planned: boolean };

/** Writes down that a client's service is or was not there, or will not be. Returns its id. */
export async function recordOutage(ctx: Ctx, serviceId: string, input: RecordOutage): Promise<string> {
  await refuseService(ctx, input.clientId, serviceId);
  const columns = {
    began_at: input.beganAt,
    ended_at: input.endedAt ?? null,
    planned: input.planned ?? false,
    share: input.share ?? 100,
    title: input.title.trim(),
    told: input.told ?? true,
    cause: input.cause?.trim() ?? '',
  };
  refuseTimes(ctx, columns);
  const row = { client_id: input.clientId, id: newId(), service_id: serviceId };
  await ctx.tx
    .insertInto('outages')
    .values({ ...row, ...columns, source: 'hand', created_at: ctx.now, updated_at: ctx.now })
    .execute();
  await writeLinks(ctx, row, input);
  await tellOutage(ctx, row, 'recorded');
  return row.id;
}

/** Changes an outage at the version the writer saw; from then on what it comes from only ends it. */
export async function updateOutage(ctx: Ctx, id: string, input: UpdateOutage): Promise<void> {
  const before = await lockOutage(ctx, id, input.version);
  refuseWithdrawn(before);
  const columns = {
    began_at: input.beganAt ?? before.began_at,
    ended_at: input.endedAt === undefined ? before.ended_at : input.endedAt,
    planned: input.planned ?? before.planned,
    share: input.share ?? before.share,
    title: input.title?.trim() ?? before.title,
    told: input.told ?? before.told,
    cause: input.cause?.trim() ?? before.cause,
  };
  refuseTimes(ctx, columns);
  const { title, cause, ...changes } = differences(before, columns);
  const isLinked = await writeLinks(ctx, before, input);
  if (!title && !cause && !isLinked && Object.keys(changes).length === 0) return;
  await ctx.tx
    .updateTable('outages')
    .set({ ...columns, held: before.source !== 'hand', version: before.version + 1, updated_at: ctx.now })
    .where('client_id', '=', before.client_id)
    .where('id', '=', id)
    .execute();
  await tellOutage(ctx, before, 'changed', { changes });
}

/** Says that it was no outage: it stays to be read and counts no more. */
export async function withdrawOutage(ctx: Ctx, id: string, version: number): Promise<void> {
  const before = await lockOutage(ctx, id, version);
  refuseWithdrawn(before);
  await ctx.tx
    .updateTable('outages')
    .set({ withdrawn_at: ctx.now, held: before.source !== 'hand', version: version + 1, updated_at: ctx.now })
    .where('client_id', '=', before.client_id)
    .where('id', '=', id)
    .execute();
  await tellOutage(ctx, before, 'withdrawn');
}

function refuseWithdrawn({ withdrawn_at }: OutageRecord): void {
  if (withdrawn_at !== null) throw invalid([{ path: 'version', message: 'is of an outage that was withdrawn' }]);
}

/** What is to come can only be planned; what cannot be meant is refused. */
function refuseTimes(ctx: Ctx, { began_at, ended_at, planned }: Times): void {
  if (ended_at !== null && Date.parse(ended_at) <= Date.parse(began_at))
    throw invalid([{ path: 'endedAt', message: 'must be after the beginning' }]);
  const now = Date.parse(ctx.now);
  if (!planned && Date.parse(began_at) > now)
    throw invalid([{ path: 'beganAt', message: 'is to come: only a planned outage may be' }]);
  if (!planned && ended_at !== null && Date.parse(ended_at) > now)
    throw invalid([{ path: 'endedAt', message: 'is to come: only a planned outage may be' }]);
  if (!isPlausible(began_at, ctx.now)) throw invalid([{ path: 'beganAt', message: PLAUSIBLE_WORDS }]);
  if (ended_at !== null && !isPlausible(ended_at, ctx.now))
    throw invalid([{ path: 'endedAt', message: PLAUSIBLE_WORDS }]);
}

/** Refuses a service that the client does not have. */
async function refuseService(ctx: Ctx, clientId: string, serviceId: string): Promise<void> {
  const client = await ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
  if (!client) throw notFound('client');
  const found = await ctx.tx
    .selectFrom('client_services')
    .select('service_id')
    .where('client_id', '=', clientId)
    .where('service_id', '=', serviceId)
    .executeTakeFirst();
  if (!found) throw invalid([{ path: 'clientId', message: 'does not have this service' }]);
}
