import type { Selectable } from 'kysely';
import { notFound, staleVersion } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';

export type OutageRecord = Selectable<Tables['outages']>;

/** An outage by its id, locked; `not_found` where it is not in sight, `conflict` where the writer saw an older version. */
export async function lockOutage(ctx: Ctx, id: string, version: number): Promise<OutageRecord> {
  const found = await ctx.tx.selectFrom('outages').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!found) throw notFound('outage');
  if (found.version !== version) throw staleVersion('outage', found.version);
  return found;
}

/** Tells of an outage, without its words: these are in its row. */
export async function tellOutage(
  ctx: Ctx,
  { client_id, id, service_id }: Pick<OutageRecord, 'client_id' | 'id' | 'service_id'>,
  verb: 'recorded' | 'changed' | 'withdrawn',
  data: Record<string, unknown> = {},
): Promise<void> {
  await appendEvent(ctx, {
    clientId: client_id,
    subjectType: 'outage',
    subjectId: id,
    type: `outage.${verb}`,
    data: { serviceId: service_id, ...data },
  });
}
