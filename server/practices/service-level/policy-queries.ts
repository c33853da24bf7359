import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Origin, PlacedPolicy } from '#kernel/service-level.ts';
import { applying, inOrder, promiseOf } from '#kernel/service-level.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { PolicyVersionView, PolicyView, PromisedView } from '#shared/policy.ts';
import { calendarName } from './calendars.ts';
import { targetName } from './target-name.ts';

const VERSION = (alias: string) =>
  sql.raw(`json_build_object('number', ${alias}.number, 'position', ${alias}.position, 'terms', ${alias}.terms,
  'note', ${alias}.note, 'fromAt', to_char(${alias}.from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'publishedAt', to_char(${alias}.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'publishedBy', (select s.name from staff s where s.id = ${alias}.published_by))`);

/** Every policy that the reader sees, with what is in force of it: the provider's first, then groups', then clients'. */
export async function listPolicies(ctx: Ctx, id: string | null = null): Promise<PolicyView[]> {
  const { rows } = await sql<PolicyView>`
    select p.id, p.name, p.draft, p.version,
      case when p.client_id is not null then 'client' when p.group_id is not null then 'group' else 'provider' end as level,
      case when c.id is null then null else json_build_object('id', c.id, 'name', c.name) end as client,
      case when g.id is null then null else json_build_object('id', g.id, 'name', g.name) end as "group",
      (select ${VERSION('v')} from sla_policy_versions v where v.policy_id = p.id and v.from_at <= ${ctx.now}
        order by v.number desc limit 1) as current,
      (select ${VERSION('v')} from sla_policy_versions v where v.policy_id = p.id and v.from_at > ${ctx.now}
        order by v.number desc limit 1) as scheduled,
      case when p.fault is null then null
        else json_build_object('at', p.fault ->> 'at', 'text', p.fault ->> 'text', 'error', p.fault ->> 'error') end as fault
    from sla_policies p
    left join clients c on c.id = p.client_id
    left join client_groups g on g.id = p.group_id
    where ${id}::uuid is null or p.id = ${id}::uuid
    order by p.client_id is not null, p.group_id is not null, g.name, c.name, p.name, p.id`.execute(ctx.tx);
  return rows;
}

export async function policyView(ctx: Ctx, id: string): Promise<PolicyView> {
  const [found] = await listPolicies(ctx, id);
  if (!found) throw notFound('policy');
  return found;
}

/** Every version of a policy, newest first. */
export async function policyVersions(ctx: Ctx, id: string): Promise<PolicyVersionView[]> {
  await policyView(ctx, id);
  const { rows } = await sql<{ version: PolicyVersionView }>`
    select ${VERSION('v')} as version from sla_policy_versions v where v.policy_id = ${id} order by v.number desc limit 200`.execute(
    ctx.tx,
  );
  return rows.map(({ version }) => version);
}

type Place = { clientId?: string | undefined; groupId?: string | undefined };

/**
 * What a client, a group or the provider promises for a kind of ticket, each cell with the policy that says so. Policies with a
 * condition are not asked, since there is no ticket; they are named.
 */
export async function promisedAt(ctx: Ctx, kind: PromisedView['kind'], place: Place): Promise<PromisedView> {
  const views = await listPolicies(ctx);
  const groupId = place.groupId ?? (place.clientId ? await groupOf(ctx, place.clientId) : null);
  const reaching = views.filter(
    ({ level, client, group, current }) =>
      current?.terms &&
      (level === 'provider' ||
        (level === 'group' && group?.id === groupId) ||
        (level === 'client' && client?.id === place.clientId)),
  );
  const placed = inOrder(reaching.flatMap(placedPolicy));
  const plain = placed.filter(({ terms }) => terms.condition === '' && terms.serviceIds.length === 0);
  const policies = applying(plain, { kind, service_id: null }, () => ({}));
  const byPriority = [1, 2, 3, 4, 5].map((priority) => promiseOf(policies, priority));
  const targets = [...new Set(byPriority.flatMap((promised) => Object.keys(promised)))];
  return {
    kind,
    targets: await Promise.all(
      targets.map(async (target) => {
        const any = byPriority.find((promised) => promised[target])?.[target];
        return {
          target,
          name: await targetName(ctx, target),
          calendar: await calendarName(ctx, any?.calendar ?? 'service_hours'),
          calendarFrom: any?.calendarFrom.name ?? '',
          byPriority: byPriority.map((promised) => ({
            minutes: promised[target]?.minutes ?? null,
            from: promised[target] ? originView(promised[target].from) : null,
          })),
        };
      }),
    ),
    conditional: placed
      .filter(({ terms }) => terms.condition !== '' || terms.serviceIds.length > 0)
      .map(({ policyId, name, terms }) => ({ policyId, name, condition: terms.condition })),
  };
}

const originView = ({ policyId, name, level, number }: Origin) => ({
  policyId: level === 'built_in' ? null : policyId,
  name,
  level,
  number,
});

/** A policy's version in force as it is looked for; none where nothing is in force. */
function placedPolicy({ id, name, level, current }: PolicyView): (PlacedPolicy & { position: number })[] {
  if (!current?.terms) return [];
  const { number, position, terms } = current;
  return [{ policyId: id, number, name, level, place: '', position, terms: terms as PlacedPolicy['terms'] }];
}

async function groupOf(ctx: Ctx, clientId: string): Promise<string | null> {
  const row = await ctx.tx.selectFrom('clients').select('group_id').where('id', '=', clientId).executeTakeFirst();
  if (!row) throw notFound('client');
  return row.group_id;
}
