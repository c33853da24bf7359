import { invalid, notFound } from '#kernel/errors.ts';
import type { StreamTerms } from '#kernel/value-stream.ts';
import { validateStream } from '#kernel/value-stream.ts';
import { type Ctx, readAnew, requireAllClients } from '#platform/context/index.ts';
import {
  createDrafted,
  type Drafted,
  draftedVersions,
  lockDrafted,
  publishDrafted,
  refuseTakenName,
  refuseUnknown,
  removeDrafted,
  saveDrafted,
  withdrawDrafted,
} from '#platform/record/index.ts';
import type {
  CreateValueStream,
  PublishValueStream,
  SaveValueStream,
  ValueStreamVersion,
  ValueStreamView,
} from '#shared/value-stream.ts';

const STREAMS: Drafted = {
  ...{ table: 'value_streams', versions: 'value_stream_versions', subject: 'value_stream', noun: 'value stream' },
};
const WHAT = 'A value stream';

/** Begins a stream as a draft, of which nothing is worked out until it is published. */
export async function createStream(ctx: Ctx, input: CreateValueStream): Promise<string> {
  requireAllClients(ctx, WHAT);
  await refuseTerms(ctx, input.terms);
  return createDrafted(ctx, STREAMS, input);
}

/** Changes name, place or draft. What is in force stays. */
export async function saveStream(ctx: Ctx, id: string, input: SaveValueStream): Promise<void> {
  const before = await lockStream(ctx, id, input.version);
  if (input.terms) await refuseTerms(ctx, input.terms);
  if (input.name !== undefined) await refuseTakenName(ctx, STREAMS, input.name, id);
  await saveDrafted(ctx, STREAMS, before, input);
}

/** Puts the draft in force, and has the past worked out by it. */
export async function publishStream(ctx: Ctx, id: string, { version, note }: PublishValueStream): Promise<void> {
  await publishDrafted(ctx, STREAMS, await lockStream(ctx, id, version), note, refuseTerms);
  await rebuildStream(ctx, id);
}

/** Takes a stream out of force; it stays as a draft, and its figures go. */
export async function withdrawStream(ctx: Ctx, id: string, { version, note }: PublishValueStream): Promise<void> {
  await withdrawDrafted(ctx, STREAMS, await lockStream(ctx, id, version), note);
  await rebuildStream(ctx, id);
}

/** Throws away a stream that is not in force. */
export async function removeStream(ctx: Ctx, id: string): Promise<void> {
  const before = await lockStream(ctx, id, null);
  if (before.terms !== null) throw invalid([{ path: 'id', message: 'is in force; withdraw it first' }]);
  await removeDrafted(ctx, STREAMS, before);
}

const REBUILD = "update value_streams set rebuild_below = 'ffffffff-ffff-ffff-ffff-ffffffffffff' where id = $1";

async function rebuildStream(ctx: Ctx, id: string): Promise<void> {
  await ctx.hot('stream_rebuild', REBUILD, [id]);
  readAnew(ctx);
}

function lockStream(ctx: Ctx, id: string, version: number | null) {
  requireAllClients(ctx, WHAT);
  return lockDrafted<StreamTerms>(ctx, STREAMS, id, version);
}

/** Refuses terms that cannot be meant, each fault with its field. */
export async function refuseTerms(ctx: Ctx, terms: StreamTerms): Promise<void> {
  const faults = validateStream(terms);
  if (faults.length > 0) throw invalid(faults);
  const { clientIds, serviceIds, categoryIds, catalogueItemIds } = terms.work;
  await refuseUnknown(ctx, 'clients', 'terms.work.clientIds', clientIds);
  await refuseUnknown(ctx, 'services', 'terms.work.serviceIds', serviceIds);
  await refuseUnknown(ctx, 'categories', 'terms.work.categoryIds', categoryIds);
  await refuseUnknown(ctx, 'catalogue_items', 'terms.work.catalogueItemIds', catalogueItemIds);
  for (const [place, { rule }] of terms.steps.entries())
    await refuseUnknown(ctx, 'teams', `terms.steps.${place}.rule.teamIds`, rule.teamIds);
}

const VIEW = `
select s.id, s.name, s.position, s.terms, s.draft, s.published_at as "publishedAt", s.version,
  s.terms is not null and s.rebuild_below is not null as rebuilding,
  case when s.terms is not null then (select max(v.number) from value_stream_versions v where v.rule_id = s.id) end as number
from value_streams s where $1::uuid is null or s.id = $1 order by s.position, s.id limit 500`;

/** Every stream, in their order. Whoever sees some clients reads of those alone which the work is narrowed to. */
export async function listStreams(ctx: Ctx, id: string | null = null): Promise<ValueStreamView[]> {
  const rows = await ctx.hot<ValueStreamView>('streams_view', VIEW, [id]);
  return rows.map((row) => ({ ...row, terms: seenBy(ctx, row.terms), draft: seenBy(ctx, row.draft) }));
}

export async function viewStream(ctx: Ctx, id: string): Promise<ValueStreamView> {
  const [found] = await listStreams(ctx, id);
  if (!found) throw notFound('value stream');
  return found;
}

/** Every version of a stream, newest first. */
export async function streamVersions(ctx: Ctx, id: string): Promise<ValueStreamVersion[]> {
  await viewStream(ctx, id);
  const versions = await draftedVersions<NonNullable<ValueStreamVersion['terms']>>(ctx, STREAMS, id);
  return versions.map((one) => ({ ...one, terms: seenBy(ctx, one.terms) }));
}

function seenBy({ scope }: Ctx, terms: ValueStreamView['terms']): ValueStreamView['terms'] {
  if (terms === null || scope.allClients) return terms;
  const clientIds = terms.work.clientIds.filter((id) => scope.clientIds.includes(id));
  return { ...terms, work: { ...terms.work, clientIds } };
}
