import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import { inOrder, type PolicyTerms } from '#kernel/service-level.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveMany, type Setting, settingByKey } from '#platform/settings/index.ts';
import type { SimulationDraft, SimulationPresent } from '#shared/simulation.ts';
import { SUBJECTS } from '#shared/simulation-words.ts';
import { HOURS } from '../settings.ts';

type At = { clientId?: string; groupId?: string };
type Place = Pick<SimulationPresent['hours'][number], 'level' | 'placeId' | 'place'>;

/** What a draft would replace, as it is now: told beside the draft, and what a publication must still find in place. */
export async function presentOf(ctx: Ctx, draft: SimulationDraft): Promise<SimulationPresent> {
  const { policies = [], hours = [], calendars = [], priorities = [] } = draft;
  const present: SimulationPresent = { policies: [], hours: [], calendars: [], priorities: [] };
  for (const policy of policies) {
    const { id, name = 'Draft', ...at } = policy;
    const now = id ? await policyNow(ctx, id) : { ...(await placeOf(ctx, at)), name, version: 0, terms: null };
    present.policies.push({ ...now, askedBefore: await askedBefore(ctx, policy) });
  }
  for (const at of hours) present.hours.push(await settingNow(ctx, HOURS.key, at));
  for (const { id } of calendars) present.calendars.push(await calendarNow(ctx, id));
  for (const at of priorities) present.priorities.push(await settingNow(ctx, 'ticket.priority', at));
  return present;
}

type PolicyNow = Omit<SimulationPresent['policies'][number], 'askedBefore'>;

async function policyNow(ctx: Ctx, id: string): Promise<PolicyNow> {
  const { rows } = await sql<PolicyNow & { clientId?: string; groupId?: string }>`
    select p.name, p.version, p.client_id as "clientId", p.group_id as "groupId",
      (select v.terms from sla_policy_versions v where v.policy_id = p.id and v.from_at <= ${ctx.now}
        and v.taken_back_at is null order by v.from_at desc, v.number desc limit 1) as terms
    from sla_policies p where p.id = ${id}`.execute(ctx.tx);
  if (!rows[0]) throw notFound('policy');
  const { clientId, groupId, ...policy } = rows[0];
  return { ...policy, ...(await placeOf(ctx, { ...(clientId ? { clientId } : {}), ...(groupId ? { groupId } : {}) })) };
}

type InForce = { policyId: string; name: string; position: number; terms: PolicyTerms };

async function askedBefore(ctx: Ctx, draft: NonNullable<SimulationDraft['policies']>[number]): Promise<string[]> {
  if (draft.terms === null) return [];
  const { rows } = await sql<InForce>`
    select p.id as "policyId", p.name, v.position, v.terms from sla_policies p
    join lateral (select position, terms from sla_policy_versions where policy_id = p.id and from_at <= ${ctx.now}
      and taken_back_at is null order by from_at desc, number desc limit 1) v on v.terms is not null
    where p.client_id is not distinct from ${draft.clientId ?? null}::uuid
      and p.group_id is not distinct from ${draft.groupId ?? null}::uuid`.execute(ctx.tx);
  const own = rows.find(({ policyId }) => policyId === draft.id);
  const others = rows.filter((row) => row !== own).map((row) => ({ ...row, ...HERE }));
  const position = draft.position ?? own?.position ?? 0;
  // One that is not there yet is the youngest of those that would be asked at once.
  const policyId = draft.id ?? 'draft';
  const placed = { ...HERE, policyId, name: '', position, terms: draft.terms as PolicyTerms };
  const order = inOrder([...others, placed]);
  return order.slice(0, order.indexOf(placed)).map(({ name }) => name);
}

/** Of one place all are; the order within it is what counts. */
const HERE = { number: 0, level: 'provider', place: '' } as const;

async function calendarNow(ctx: Ctx, id: string): Promise<SimulationPresent['calendars'][number]> {
  const { rows } = await sql<SimulationPresent['calendars'][number]>`
    select name, version, terms from sla_calendars where id = ${id}`.execute(ctx.tx);
  if (!rows[0]) throw notFound('calendar');
  return rows[0];
}

/** What is set at a place or inherited there; the version is that of its own value. */
async function settingNow<V>(ctx: Ctx, key: string, at: At): Promise<Place & { version: number; value: V }> {
  const place = await placeOf(ctx, at);
  const [found] = await resolveMany(ctx, [settingByKey(key) as Setting], at);
  const own = found?.chain.find(({ source }) => source.level === place.level && source.id === place.placeId);
  return { ...place, version: own?.version ?? 0, value: found?.value as V };
}

async function placeOf(ctx: Ctx, { clientId, groupId }: At): Promise<Place> {
  const named = (table: 'clients' | 'client_groups', id: string) =>
    ctx.tx.selectFrom(table).select('name').where('id', '=', id).executeTakeFirst();
  if (clientId) {
    const client = await named('clients', clientId);
    if (!client) throw notFound('client');
    return { level: 'client', placeId: clientId, place: client.name };
  }
  if (!groupId) return { level: 'provider', placeId: null, place: 'everybody' };
  const group = await named('client_groups', groupId);
  if (!group) throw notFound('client group');
  return { level: 'group', placeId: groupId, place: group.name };
}

/** What a simulation was about, in few words. */
export const aboutOf = ({ policies, hours, calendars, priorities }: SimulationPresent): string[] => [
  ...policies.map(SUBJECTS.policies),
  ...hours.map(SUBJECTS.hours),
  ...calendars.map(SUBJECTS.calendars),
  ...priorities.map(SUBJECTS.priorities),
];
