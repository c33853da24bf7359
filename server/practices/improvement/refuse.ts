import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { refuseUnknown } from '#platform/record/index.ts';
import type { ImprovementScope } from '#shared/improvement.ts';
import type { ImprovementLink, ImprovementSource } from '#shared/improvement-words.ts';
import type { ImprovementRecord } from './rows.ts';
import type { Fields } from './write.ts';

/** Where what an improvement names is kept. */
export const TABLES: Readonly<Record<ImprovementLink, string>> = {
  ticket: 'tickets',
  service: 'services',
  article: 'articles',
  stream: 'value_streams',
  change_rule: 'change_rules',
  alert_rule: 'alert_rules',
};
const NAMED_BY: Partial<Record<ImprovementSource, ImprovementLink>> = {
  stream: 'stream',
  ticket: 'ticket',
  service: 'service',
  survey: 'ticket',
};
export const sourceTable = (kind: ImprovementSource): string | null => {
  const named = NAMED_BY[kind];
  return named ? TABLES[named] : null;
};

/**
 * Refuses whatever a request names that is not there, or not for the writer to see, and what belongs to another client than the entry. What
 * it leaves as it was is not asked about: a rule that is gone by now, or a stream out of force, must not stop an entry.
 */
export async function refuseNames(ctx: Ctx, entry: Named, input: Fields): Promise<void> {
  await refuseUnknown(ctx, 'staff', 'ownerId', input.ownerId ? [input.ownerId] : []);
  if (input.scope) await refuseScope(ctx, entry.scope);
  if (input.scope || input.measure) refuseUnscoped(entry);
  const table = sourceTable(entry.source.kind);
  if (
    input.source &&
    entry.source.id !== null &&
    (table === null || !(await isThere(ctx, table, entry.source.id, entry.client_id)))
  )
    throw invalid([{ path: 'source.id', message: 'is not there, or of another client' }]);
  for (const [place, { kind, id }] of (input.links ? entry.links : []).entries())
    if (!(await isThere(ctx, TABLES[kind], id, entry.client_id)))
      throw invalid([{ path: `links.${place}.id`, message: 'is not there, or of another client' }]);
}

type Named = Pick<ImprovementRecord, 'client_id' | 'owner_id' | 'scope' | 'source' | 'links' | 'measure'>;

/** What a measure cannot do without. */
function refuseUnscoped({ measure, scope }: Named): void {
  if (measure === 'step_wait_hours' && !(scope.streamId && scope.step))
    throw invalid([{ path: 'scope.step', message: 'is needed: the wait is measured in a step of a value stream' }]);
  if (measure === 'flow_efficiency' && !scope.streamId)
    throw invalid([{ path: 'scope.streamId', message: 'is needed: flow is measured in a value stream' }]);
  if (measure === 'service_availability' && !scope.serviceId)
    throw invalid([{ path: 'scope.serviceId', message: 'is needed: availability is measured of a service' }]);
}

async function refuseScope(
  ctx: Ctx,
  { teamId, categoryId, serviceId, streamId, step }: ImprovementScope,
): Promise<void> {
  await refuseUnknown(ctx, 'teams', 'scope.teamId', teamId ? [teamId] : []);
  await refuseUnknown(ctx, 'categories', 'scope.categoryId', categoryId ? [categoryId] : []);
  await refuseUnknown(ctx, 'services', 'scope.serviceId', serviceId ? [serviceId] : []);
  if (!streamId) return;
  const { rows } = await sql<{ steps: string[] | null }>`
    select array(select s ->> 'key' from jsonb_array_elements(terms -> 'steps') s) as steps from value_streams
    where id = ${streamId} and terms is not null`.execute(ctx.tx);
  const [stream] = rows;
  if (!stream) throw invalid([{ path: 'scope.streamId', message: 'is no value stream in force' }]);
  if (step && !stream.steps?.includes(step))
    throw invalid([{ path: 'scope.step', message: 'is no step of that stream' }]);
}

async function isThere(ctx: Ctx, table: string, id: string, clientId: string | null): Promise<boolean> {
  const own = table === 'tickets' && clientId !== null ? sql`and client_id = ${clientId}` : sql``;
  const { rows } = await sql`select 1 from ${sql.table(table)} where id = ${id} ${own}`.execute(ctx.tx);
  return rows.length > 0;
}
