import { sql } from 'kysely';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { checkPriorityMatrix } from '#kernel/priority.ts';
import type { PolicyTerms } from '#kernel/service-level.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import { ALL_PERMISSIONS } from '#shared/permissions.ts';
import type {
  FlipQuery,
  SimulationDraft,
  SimulationFlip,
  SimulationPresent,
  SimulationSummary,
  SimulationView,
  StartSimulation,
} from '#shared/simulation.ts';
import { faultsOfHours } from '../named-calendars.ts';
import { refuseTerms } from '../policies.ts';
import { targetName } from '../target-name.ts';
import { aboutOf, presentOf } from './present.ts';
import { SIMULATE_JOB } from './run.ts';

const YEAR_MS = 365 * 86_400_000;
/** Simulations of one person that are kept. */
const KEPT = 20;

/** Begins to judge the tickets of the last 12 months by a draft, in the background. Returns the simulation's id. */
export async function startSimulation(ctx: Ctx, { draft: given, since }: StartSimulation): Promise<string> {
  const staffId = ctx.scope.principalId;
  if (staffId === null || ctx.scope.principal !== 'staff') throw notFound('person');
  if (since && since > ctx.now)
    throw invalid([{ path: 'since', message: 'lies in the future: no ticket was logged then' }]);
  await refuseDraft(ctx, given);
  const draft = await withPlaces(ctx, given);
  const id = newId();
  const { allClients, clientIds } = ctx.scope;
  const from = since ?? new Date(Date.parse(ctx.now) - YEAR_MS).toISOString();
  const present = await presentOf(ctx, draft);
  await ctx.tx
    .insertInto('sla_simulations')
    .values({
      id,
      staff_id: staffId,
      reach: JSON.stringify({ allClients, clientIds, permissions: ALL_PERMISSIONS.filter((one) => ctx.can(one)) }),
      draft: JSON.stringify(draft),
      present: JSON.stringify(present),
      since: from,
      state: 'running',
      created_at: ctx.now,
    })
    .execute();
  await sql`delete from sla_simulations where staff_id = ${staffId} and id not in (
    select id from sla_simulations where staff_id = ${staffId} order by created_at desc, id desc limit ${KEPT})`.execute(
    ctx.tx,
  );
  await ctx.services.jobs.enqueue(ctx, SIMULATE_JOB, { id });
  return id;
}

/** A policy that is named is tried where it stands and by its name, though it was never published. */
async function withPlaces(ctx: Ctx, draft: SimulationDraft): Promise<SimulationDraft> {
  const ids = (draft.policies ?? []).flatMap((policy) => policy.id ?? []);
  if (ids.length === 0) return draft;
  const rows = await ctx.tx
    .selectFrom('sla_policies')
    .select(['id', 'name', 'client_id', 'group_id'])
    .where('id', 'in', ids)
    .execute();
  const known = new Map(rows.map(({ id, ...row }) => [id, row]));
  return {
    ...draft,
    policies: (draft.policies ?? []).map((policy) => {
      const { name, client_id: clientId, group_id: groupId } = known.get(policy.id ?? '') ?? {};
      return {
        ...(name ? { name } : {}),
        ...policy,
        ...(clientId ? { clientId } : {}),
        ...(groupId ? { groupId } : {}),
      };
    }),
  };
}

/** Refuses what could not be published either, each fault with its field. */
async function refuseDraft(ctx: Ctx, draft: SimulationDraft): Promise<void> {
  const { policies = [], hours = [], calendars = [], priorities = [] } = draft;
  if (policies.length + hours.length + calendars.length + priorities.length === 0)
    throw invalid([{ path: 'draft', message: 'changes nothing; name a policy, hours, a calendar or priorities' }]);
  const unclear = [...placeFaults(draft), ...twiceFaults(draft)];
  if (unclear.length > 0) throw invalid(unclear);
  if (calendars.length > 0) requireAllClients(ctx, 'A calendar');
  for (const { clientId, id } of [...policies, ...hours, ...priorities] as { clientId?: string; id?: string }[])
    if (!clientId && !id) requireAllClients(ctx, 'What is everybody’s or a group’s');
  for (const { terms } of policies) if (terms) await refuseTerms(ctx, terms as PolicyTerms);
  const faults = [
    ...(await Promise.all(
      hours.map(({ value }, i) => placed(`draft.hours.${i}.value`, { ...value, timeZone: null, holidays: null })),
    )),
    ...(await Promise.all(calendars.map(({ terms }, i) => placed(`draft.calendars.${i}.terms`, terms)))),
    ...priorities.map(({ value }, i) =>
      checkPriorityMatrix(value.matrix).map(({ path, message }) => ({
        path: `draft.priorities.${i}.value.${path}`,
        message,
      })),
    ),
  ].flat();
  if (faults.length > 0) throw invalid(faults);
}

type At = { clientId?: string; groupId?: string };

/** Whatever belongs to a client and to a group at once. */
const placeFaults = ({ policies = [], hours = [], priorities = [] }: SimulationDraft): FieldError[] =>
  Object.entries({ policies, hours, priorities }).flatMap(([list, all]) =>
    (all as At[]).flatMap(({ clientId, groupId }, i) =>
      clientId && groupId
        ? [{ path: `draft.${list}.${i}.groupId`, message: 'belongs to a client or to a group, not both' }]
        : [],
    ),
  );

/** Whatever is drafted a second time, which would leave open what is meant. */
function twiceFaults({ policies = [], hours = [], calendars = [], priorities = [] }: SimulationDraft): FieldError[] {
  const again = (keys: readonly (string | undefined)[], path: (i: number) => string) =>
    keys.flatMap((key, i) =>
      key !== undefined && keys.indexOf(key) < i ? [{ path: `draft.${path(i)}`, message: 'is there twice' }] : [],
    );
  const place = ({ clientId, groupId }: At) => `${clientId} ${groupId}`;
  return [
    ...again(
      policies.map(({ id }) => id),
      (i) => `policies.${i}.id`,
    ),
    ...again(
      calendars.map(({ id }) => id),
      (i) => `calendars.${i}.id`,
    ),
    ...again(hours.map(place), (i) => `hours.${i}`),
    ...again(priorities.map(place), (i) => `priorities.${i}`),
  ];
}

const placed = async (at: string, terms: Parameters<typeof faultsOfHours>[0]) =>
  (await faultsOfHours(terms)).map(({ path, message }) => ({ path: `${at}.${path}`, message }));

/** The caller's own simulations, newest first; only so many are kept. */
export async function listSimulations(ctx: Ctx): Promise<SimulationSummary[]> {
  const { rows } = await sql<SimulationSummary & { present: SimulationPresent }>`
    select id, state, done, total, since, created_at as "createdAt", finished_at as "finishedAt", error, present,
      result -> 'tickets' as tickets
    from sla_simulations where staff_id = ${ctx.scope.principalId} order by created_at desc, id desc`.execute(ctx.tx);
  return rows.map(({ present, ...row }) => ({ ...row, about: aboutOf(present) }));
}

/** One of the caller's own simulations. */
export async function simulationView(ctx: Ctx, id: string): Promise<SimulationView> {
  const { rows } = await sql<SimulationView>`
    select id, state, done, total, since, created_at as "createdAt", finished_at as "finishedAt", error, draft, present, result
    from sla_simulations where id = ${id} and staff_id = ${ctx.scope.principalId}`.execute(ctx.tx);
  if (!rows[0]) throw notFound('simulation');
  return rows[0];
}

/** Throws one of the caller's own away. */
export async function dropSimulation(ctx: Ctx, id: string): Promise<void> {
  await simulationView(ctx, id);
  await ctx.tx.deleteFrom('sla_simulations').where('id', '=', id).execute();
}

/** The tickets that would come out otherwise, a page at a time; those that the caller does not see any more are left out. */
export async function simulationFlips(ctx: Ctx, id: string, query: FlipQuery) {
  await simulationView(ctx, id);
  const limit = query.limit ?? 50;
  const [after] = decodeCursor(query.cursor, ['number']) ?? [0];
  const { rows } = await sql<SimulationFlip & { nth: number }>`
    select f.nth::int as nth, t.id as "ticketId", t.key, t.title, t.client_id as "clientId", f.flip ->> 'target' as target,
      f.flip ->> 'before' as before, f.flip ->> 'after' as after,
      (f.flip -> 'priorityBefore')::int as "priorityBefore", (f.flip -> 'priorityAfter')::int as "priorityAfter",
      (f.flip -> 'usedBefore')::int as "usedBefore", (f.flip -> 'usedAfter')::int as "usedAfter",
      (f.flip -> 'targetBefore')::int as "targetBefore", (f.flip -> 'targetAfter')::int as "targetAfter",
      f.flip ->> 'dueBefore' as "dueBefore", f.flip ->> 'dueAfter' as "dueAfter",
      f.flip ->> 'sourceBefore' as "sourceBefore", f.flip ->> 'sourceAfter' as "sourceAfter"
    from sla_simulations s
    cross join lateral jsonb_array_elements(coalesce(s.flips, '[]')) with ordinality f (flip, nth)
    join tickets t on t.client_id = (f.flip ->> 'clientId')::uuid and t.id = (f.flip ->> 'ticketId')::uuid
    where s.id = ${id} and f.nth > ${after}
      and (${query.to ?? null}::text is null or ${query.to ?? null}::text = case
        when f.flip ->> 'before' in ('cancelled', 'none') or f.flip ->> 'after' in ('cancelled', 'none') then 'apart'
        when f.flip ->> 'after' = 'breached' then 'breached' else 'met' end)
      and (${query.target ?? null}::text is null or f.flip ->> 'target' = ${query.target ?? null})
      and (${query.clientId ?? null}::text is null or f.flip ->> 'clientId' = ${query.clientId ?? null})
      and (${query.teamId ?? null}::text is null or coalesce(f.flip ->> 'teamId', 'none') = ${query.teamId ?? null})
      and (${query.priority ?? null}::int is null or (f.flip -> 'priorityBefore')::int = ${query.priority ?? null})
    order by f.nth limit ${limit + 1}`.execute(ctx.tx);
  const named = await Promise.all(
    rows.map(async ({ nth, ...flip }) => ({ nth, ...flip, name: await targetName(ctx, flip.target) })),
  );
  const page = pageOf(named, limit, ({ nth }) => [nth]);
  return { ...page, items: page.items.map(({ nth: _nth, ...flip }) => flip) };
}
