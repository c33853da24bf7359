import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { missingFor } from '#kernel/improvement.ts';
import { actingStaff, type Ctx, requireAllClients } from '#platform/context/index.ts';
import { differences } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { CreateImprovement, SaveImprovement } from '#shared/improvement.ts';
import { MEASURES } from '#shared/improvement-words.ts';
import { refuseNames } from './refuse.ts';
import { type ImprovementRecord, lockImprovement, WHAT, writeImprovement } from './rows.ts';

export type Fields = Omit<CreateImprovement, 'clientId' | 'title'> & { title?: string };
type Columns = Pick<
  ImprovementRecord,
  | ('title' | 'idea' | 'owner_id' | 'source' | 'measure' | 'unit' | 'better' | 'scope' | 'target' | 'target_on')
  | ('measure_on' | 'links' | 'learnt')
>;

/** Writes an idea down. Its owner is whoever writes it, unless another is named. */
export async function createImprovement(ctx: Ctx, { clientId = null, ...input }: CreateImprovement): Promise<string> {
  if (clientId === null) requireAllClients(ctx, WHAT);
  else if (!(await ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst()))
    throw notFound('client');
  const source = { kind: 'other' as const, id: null, step: null, text: '' };
  const empty: Columns = {
    ...{ title: '', idea: '', owner_id: actingStaff(ctx), source, measure: null, unit: '', better: 'less', scope: {} },
    ...{ target: null, target_on: null, measure_on: null, links: [], learnt: '' },
  };
  const columns = columnsOf(input, empty);
  await refuseNames(ctx, { client_id: clientId, ...columns }, input);
  const id = newId();
  const { source: from, scope, links, ...plain } = columns;
  await ctx.tx
    .insertInto('improvements')
    .values({
      ...{ id, client_id: clientId, status: 'idea', created_by: actingStaff(ctx), created_at: ctx.now },
      ...{ ...plain, source: JSON.stringify(from), scope: JSON.stringify(scope), links: JSON.stringify(links) },
      updated_at: ctx.now,
    })
    .execute();
  await tell(ctx, { id, client_id: clientId, title: columns.title }, 'created');
  return id;
}

/**
 * Changes what an entry says, or where it stands. What is measured cannot be changed any more once there is a baseline: it would be held
 * against something else.
 */
export async function saveImprovement(
  ctx: Ctx,
  id: string,
  { version, status, ...input }: SaveImprovement,
): Promise<void> {
  const before = await lockImprovement(ctx, id, version);
  const columns = columnsOf(input, before);
  await refuseNames(ctx, { client_id: before.client_id, ...columns }, input);
  const changes = differences(before as never, { ...columns, ...(status ? { status } : {}) });
  if (before.baseline !== null && ('measure' in changes || 'scope' in changes || 'better' in changes))
    throw invalid([{ path: 'measure', message: 'stays as it is: the baseline was taken with it' }]);
  const missing = missingFor(status ?? before.status, {
    hasBaseline: before.baseline !== null,
    hasTarget: columns.target !== null && columns.target_on !== null,
    hasReading: before.readings.length > 0,
  });
  if (missing) throw invalid([{ path: 'status', message: missing }]);
  await writeImprovement(ctx, before, { ...columns, ...(status ? { status } : {}) });
  // Words are for whoever reads the entry, not for the log.
  const { idea: _idea, learnt: _learnt, ...told } = changes;
  await tell(ctx, { ...before, title: columns.title }, 'changed', { changes: told });
}

/** What the columns say, with what a request leaves out as it was. A measure brings what is better with it. */
function columnsOf(input: Fields, before: Columns): Columns {
  const measure = input.measure === undefined ? before.measure : input.measure;
  const { source } = input;
  return {
    title: input.title?.trim() ?? before.title,
    idea: input.idea?.trim() ?? before.idea,
    owner_id: input.ownerId === undefined ? before.owner_id : input.ownerId,
    source: source
      ? {
          ...{ kind: source.kind, id: source.id?.toLowerCase() ?? null, step: source.step ?? null },
          text: source.text?.trim() ?? '',
        }
      : before.source,
    measure,
    unit: input.unit?.trim() ?? before.unit,
    better: measure === null ? (input.better ?? before.better) : MEASURES[measure].better,
    scope: input.scope ?? before.scope,
    target: input.target === undefined ? before.target : input.target,
    target_on: input.targetOn === undefined ? before.target_on : input.targetOn,
    measure_on: input.measureOn === undefined ? before.measure_on : input.measureOn,
    links: input.links?.map(({ kind, id }) => ({ kind, id: id.toLowerCase() })) ?? before.links,
    learnt: input.learnt?.trim() ?? before.learnt,
  };
}

export const tell = (
  ctx: Ctx,
  { id, client_id, title }: Pick<ImprovementRecord, 'id' | 'client_id' | 'title'>,
  verb: string,
  data: Record<string, unknown> = {},
) =>
  appendEvent(ctx, {
    clientId: client_id,
    subjectType: 'improvement',
    subjectId: id,
    type: `improvement.${verb}`,
    data: { text: title, ...data },
  });
