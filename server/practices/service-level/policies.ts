import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { type FieldError, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { PolicyTerms } from '#kernel/service-level.ts';
import { validateTerms } from '#kernel/service-level.ts';
import { type Ctx, readAnew, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { allLifecycles } from '#server/desk/lifecycle/index.ts';
import type { CreatePolicy, PublishPolicy, SavePolicy, WithdrawPolicy } from '#shared/policy.ts';
import { rebaseLater } from './rebase.ts';

/** Where a policy belongs: the provider (neither id), a client group, or a client. */
export type PolicyPlace = { readonly clientId: string | null; readonly groupId: string | null };

type PolicyRow = {
  id: string;
  client_id: string | null;
  group_id: string | null;
  name: string;
  draft: PolicyTerms | null;
  version: number;
};

/** Begins a policy as a draft, which binds nobody until it is published. Refuses a name that its place has already. */
export async function createPolicy(ctx: Ctx, input: CreatePolicy): Promise<string> {
  const place = { clientId: input.clientId ?? null, groupId: input.groupId ?? null };
  await refusePlace(ctx, place);
  await refuseTerms(ctx, input.terms);
  await refuseTaken(ctx, place, input.name, null);
  const id = newId();
  await ctx.tx
    .insertInto('sla_policies')
    .values({
      id,
      client_id: place.clientId,
      group_id: place.groupId,
      name: input.name.trim(),
      ...draftOf(ctx, input.terms),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  await tell(ctx, { id, client_id: place.clientId }, 'sla_policy.created', { name: input.name.trim() });
  return id;
}

/** Keeps a policy's name and draft. What is in force does not change. */
export async function savePolicy(ctx: Ctx, id: string, input: SavePolicy): Promise<void> {
  const before = await policyForChange(ctx, id, input.version);
  if (input.terms) await refuseTerms(ctx, input.terms);
  const place = { clientId: before.client_id, groupId: before.group_id };
  if (input.name !== undefined) await refuseTaken(ctx, place, input.name, id);
  await ctx.tx
    .updateTable('sla_policies')
    .set({
      ...(input.name === undefined ? {} : { name: input.name.trim() }),
      ...(input.terms === undefined ? {} : input.terms === null ? NO_DRAFT : draftOf(ctx, input.terms)),
      version: before.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute();
  await tell(ctx, before, 'sla_policy.changed', {
    name: input.name?.trim() ?? before.name,
    ...(input.terms === undefined ? {} : { draft: input.terms !== null }),
  });
}

const draftOf = (ctx: Ctx, terms: unknown) => ({
  draft: JSON.stringify(terms),
  draft_by: ctx.actor.id,
  draft_at: ctx.now,
});
const NO_DRAFT = { draft: null, draft_by: null, draft_at: null };

/**
 * Puts a policy in force from an instant on, as its next version. Clocks that run keep the version they began under, unless
 * `rebase` says that they are to follow: then each is told so, with what it used up kept. Versions that are scheduled for later stay
 * so, unless `replaceScheduled` takes them back. Terms that are not the draft's are refused while there is one, unless `discardDraft`
 * says that it may go.
 */
export async function publishPolicy(ctx: Ctx, id: string, input: PublishPolicy): Promise<void> {
  const before = await policyForChange(ctx, id, input.version);
  const terms = input.terms ?? before.draft;
  if (!terms) throw invalid([{ path: 'terms', message: 'there is no draft to publish' }]);
  await refuseTerms(ctx, terms);
  if (before.draft && !isDeepStrictEqual(before.draft, terms) && !input.discardDraft)
    throw invalid([{ path: 'discardDraft', message: `must be true: ${await draftWords(ctx, id)} would be discarded` }]);
  const fromAt = input.fromAt ?? ctx.now;
  if (fromAt < ctx.now) throw invalid([{ path: 'fromAt', message: 'lies in the past; what was promised then stays' }]);
  if (input.rebase && fromAt > ctx.now)
    throw invalid([{ path: 'rebase', message: 'running clocks can follow only what is in force at once' }]);
  await addVersion(ctx, before, { ...input, terms, fromAt, alone: input.replaceScheduled ?? false });
}

/**
 * Ends a policy from now on: what lies above it holds again, and what was scheduled is taken back. Running clocks keep what they were
 * promised unless re-based.
 */
export async function withdrawPolicy(ctx: Ctx, id: string, input: WithdrawPolicy): Promise<void> {
  const before = await policyForChange(ctx, id, input.version);
  await addVersion(ctx, before, { ...input, terms: null, fromAt: ctx.now, alone: true });
}

type NewVersion = {
  terms: PolicyTerms | null;
  fromAt: string;
  /** Whether whatever would come after it is taken back. */
  alone: boolean;
  position?: number | undefined;
  note?: string | undefined;
  rebase?: boolean | undefined;
};

async function addVersion(ctx: Ctx, policy: PolicyRow, input: NewVersion): Promise<void> {
  const last = await ctx.tx
    .selectFrom('sla_policy_versions')
    .select(['number', 'position'])
    .where('policy_id', '=', policy.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const takenBack = await takeBack(ctx, policy.id, input);
  await ctx.tx
    .insertInto('sla_policy_versions')
    .values({
      policy_id: policy.id,
      number,
      position: input.position ?? last?.position ?? 0,
      terms: input.terms === null ? null : JSON.stringify(input.terms),
      note: input.note ?? '',
      from_at: input.fromAt,
      published_at: ctx.now,
      published_by: ctx.actor.id,
    })
    .execute();
  await ctx.tx
    .updateTable('sla_policies')
    // What was being written outlives a withdrawal, and is what it was or knowingly discarded where something is published.
    .set({ ...(input.terms === null ? {} : NO_DRAFT), fault: null, version: policy.version + 1, updated_at: ctx.now })
    .where('id', '=', policy.id)
    .execute();
  readAnew(ctx);
  await tell(ctx, policy, input.terms === null ? 'sla_policy.withdrawn' : 'sla_policy.published', {
    name: policy.name,
    number,
    fromAt: input.fromAt,
    ...(takenBack.length > 0 ? { takenBack } : {}),
    ...(input.note ? { reason: input.note } : {}),
    rebased: input.rebase ?? false,
  });
  if (input.rebase)
    await rebaseLater(ctx, {
      clientId: policy.client_id,
      groupId: policy.group_id,
      why: input.terms === null ? `"${policy.name}" was withdrawn` : `"${policy.name}", version ${number}`,
    });
}

/** The draft of a policy, and whose it is: `another draft, saved by Mara,`. */
async function draftWords(ctx: Ctx, id: string): Promise<string> {
  const saved = await ctx.tx
    .selectFrom('sla_policies as p')
    .innerJoin('staff as s', 's.id', 'p.draft_by')
    .select('s.name')
    .where('p.id', '=', id)
    .executeTakeFirst();
  return `another draft${saved ? `, saved by ${saved.name},` : ''}`;
}

/** Takes back what is scheduled for the same instant as a new version, or for any later one. Returns the numbers. */
async function takeBack(ctx: Ctx, policyId: string, { fromAt, alone }: NewVersion): Promise<number[]> {
  const rows = await ctx.tx
    .updateTable('sla_policy_versions')
    .set({ taken_back_at: ctx.now })
    .where('policy_id', '=', policyId)
    .where('taken_back_at', 'is', null)
    .where('from_at', '>', ctx.now)
    .where('from_at', alone ? '>=' : '=', fromAt)
    .returning('number')
    .execute();
  return rows.map(({ number }) => number);
}

/** The policy, locked, at the version that the writer saw. What reaches clients that the writer does not see is not theirs to change. */
async function policyForChange(ctx: Ctx, id: string, version: number): Promise<PolicyRow> {
  const row = await ctx.tx
    .selectFrom('sla_policies')
    .select(['id', 'client_id', 'group_id', 'name', 'draft', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('policy');
  if (row.client_id === null) requireAllClients(ctx, 'A policy of the provider or of a group');
  if (row.version !== version) throw staleVersion('policy', row.version);
  return { ...row, draft: row.draft as unknown as PolicyTerms | null };
}

async function refusePlace(ctx: Ctx, { clientId, groupId }: PolicyPlace): Promise<void> {
  if (clientId !== null && groupId !== null)
    throw invalid([{ path: 'groupId', message: 'a policy belongs to a client or to a group, not both' }]);
  if (clientId === null) requireAllClients(ctx, 'A policy of the provider or of a group');
  const of = clientId === null ? ('client_groups' as const) : ('clients' as const);
  const id = clientId ?? groupId;
  if (id === null) return;
  const found = await ctx.tx.selectFrom(of).select('id').where('id', '=', id).executeTakeFirst();
  if (!found) throw notFound(clientId === null ? 'client group' : 'client');
}

async function refuseTaken(ctx: Ctx, place: PolicyPlace, name: string, own: string | null): Promise<void> {
  const rows = await ctx.tx
    .selectFrom('sla_policies')
    .select(['id', 'name'])
    .where('client_id', 'is not distinct from', place.clientId)
    .where('group_id', 'is not distinct from', place.groupId)
    .execute();
  if (rows.some((row) => row.id !== own && row.name.toLowerCase() === name.trim().toLowerCase()))
    throw invalid([{ path: 'name', message: 'is the name of another policy here' }]);
}

/** Refuses terms that cannot be meant, each fault with its field below `terms`. */
export async function refuseTerms(ctx: Ctx, terms: PolicyTerms): Promise<void> {
  const faults = await faultsOfTerms(ctx, terms);
  if (faults.length > 0) throw invalid(faults.map(({ path, message }) => ({ path: `terms.${path}`, message })));
}

async function faultsOfTerms(ctx: Ctx, terms: PolicyTerms): Promise<FieldError[]> {
  const { rows } = await sql<{ kind: string; id: string }>`
    select 'calendar' as kind, id from sla_calendars where active
    union all select 'team', id from teams where active
    union all select 'service', id from services
    union all select 'staff', id from staff where active
    union all select 'path', id from escalation_paths
    union all select 'macro', id from macros where shared`.execute(ctx.tx);
  const ids = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map(({ id }) => id));
  return validateTerms(terms, {
    statuses: Object.fromEntries(
      [...Map.groupBy(await allLifecycles(ctx), ({ kind }) => kind)].map(([kind, all]) => [
        kind,
        [...new Set(all.flatMap(({ lifecycle }) => lifecycle.statuses.map(({ key }) => key)))],
      ]),
    ),
    calendarIds: ids('calendar'),
    teamIds: ids('team'),
    serviceIds: ids('service'),
    staffIds: ids('staff'),
    pathIds: ids('path'),
    macroIds: ids('macro'),
  });
}

async function tell(
  ctx: Ctx,
  policy: { id: string; client_id: string | null },
  type: string,
  data: Record<string, unknown>,
): Promise<void> {
  await appendEvent(ctx, {
    clientId: policy.client_id,
    subjectType: 'sla_policy',
    subjectId: policy.id,
    type,
    data: { text: data['name'], ...data },
  });
}
