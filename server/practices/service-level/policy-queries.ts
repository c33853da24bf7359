import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Origin, PlacedPolicy, PolicyTerms } from '#kernel/service-level.ts';
import {
  applying,
  EMPTY_TERMS,
  hasConditions,
  inOrder,
  originOf,
  promiseOf,
  remarksOn,
  remarksOnNames,
} from '#kernel/service-level.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { PolicyReach, PolicyVersionView, PolicyView, PromisedView } from '#shared/policy.ts';
import { calendarName } from './calendars.ts';
import { knownNames } from './known-names.ts';
import { targetName } from './target-name.ts';

/** Counting beyond it would tell nobody more. */
const MOST_COUNTED = 10_000;

const VERSION = (alias: string) =>
  sql.raw(`json_build_object('number', ${alias}.number, 'position', ${alias}.position, 'terms', ${alias}.terms,
  'note', ${alias}.note, 'fromAt', to_char(${alias}.from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'publishedAt', to_char(${alias}.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'takenBackAt', to_char(${alias}.taken_back_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'publishedBy', (select s.name from staff s where s.id = ${alias}.published_by))`);

/** Every policy that the reader sees, with what is in force of it: the provider's first, then groups', then clients'. */
export async function listPolicies(ctx: Ctx, id: string | null = null): Promise<PolicyView[]> {
  const { rows } = await sql<Omit<PolicyView, 'remarks'>>`
    select p.id, p.name, p.draft, p.version,
      case when p.client_id is not null then 'client' when p.group_id is not null then 'group' else 'provider' end as level,
      case when c.id is null then null else json_build_object('id', c.id, 'name', c.name) end as client,
      case when g.id is null then null else json_build_object('id', g.id, 'name', g.name) end as "group",
      (select ${VERSION('v')} from sla_policy_versions v where v.policy_id = p.id and v.from_at <= ${ctx.now}
        and v.taken_back_at is null order by v.from_at desc, v.number desc limit 1) as current,
      (select ${VERSION('v')} from sla_policy_versions v where v.policy_id = p.id and v.from_at > ${ctx.now}
        and v.taken_back_at is null order by v.from_at, v.number limit 1) as scheduled,
      case when p.draft_at is null then null else json_build_object(
        'by', (select s.name from staff s where s.id = p.draft_by),
        'at', to_char(p.draft_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as "draftSaved",
      case when p.fault is null then null
        else json_build_object('at', p.fault ->> 'at', 'text', p.fault ->> 'text', 'error', p.fault ->> 'error') end as fault
    from sla_policies p
    left join clients c on c.id = p.client_id
    left join client_groups g on g.id = p.group_id
    where ${id}::uuid is null or p.id = ${id}::uuid
    order by p.client_id is not null, p.group_id is not null, g.name, c.name, p.name, p.id`.execute(ctx.tx);
  const termsOf = (row: (typeof rows)[number]) =>
    (row.draft ?? row.scheduled?.terms ?? row.current?.terms ?? null) as PolicyTerms | null;
  const conditional = rows.some((row) => hasConditions(termsOf(row) ?? EMPTY_TERMS));
  const known = conditional ? await knownNames(ctx) : {};
  return rows.map((row) => {
    const terms = termsOf(row);
    return { ...row, remarks: terms ? [...remarksOn(terms), ...remarksOnNames(terms, known)] : [] };
  });
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

/** Open tickets of the clients that a policy reaches. */
export async function policyReach(ctx: Ctx, id: string): Promise<PolicyReach> {
  const { client, group } = await policyView(ctx, id);
  const whose = client
    ? sql`and t.client_id = ${client.id}`
    : group
      ? sql`and t.client_id in (select c.id from clients c where c.group_id = ${group.id})`
      : sql``;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from tickets t where t.is_open ${whose} limit ${MOST_COUNTED}) reached`.execute(ctx.tx);
  const openTickets = rows[0]?.count ?? 0;
  return { openTickets, capped: openTickets >= MOST_COUNTED };
}

type Place = { clientId?: string | undefined; groupId?: string | undefined };

/**
 * What a client, a group or the provider promises for a kind of ticket, each cell with the policy that says so. Policies with a
 * condition are not asked, since there is no ticket; they are named.
 */
export async function promisedAt(ctx: Ctx, kind: PromisedView['kind'], place: Place): Promise<PromisedView> {
  return promisedBy(ctx, kind, await reaching(ctx, await listPolicies(ctx), place));
}

/** The same where a policy says nothing: by those that are asked after it, whether it is in force or still a draft. */
export async function promisedAbove(ctx: Ctx, kind: PromisedView['kind'], id: string): Promise<PromisedView> {
  const views = await listPolicies(ctx);
  const own = views.find((view) => view.id === id);
  if (!own) throw notFound('policy');
  const terms = own.draft ?? own.current?.terms ?? EMPTY_TERMS;
  const place = { clientId: own.client?.id, groupId: own.group?.id };
  const others = await reaching(
    ctx,
    views.filter((view) => view !== own),
    place,
  );
  const placed = inOrder([...others, placedAs(own, { number: 0, position: own.current?.position ?? 0, terms })]);
  return promisedBy(ctx, kind, placed.slice(placed.findIndex(({ policyId }) => policyId === id) + 1));
}

/** The policies in force that reach a place, in the order in which they are asked. */
async function reaching(ctx: Ctx, views: readonly PolicyView[], place: Place): Promise<Placed[]> {
  const groupId = place.groupId ?? (place.clientId ? await groupOf(ctx, place.clientId) : null);
  return inOrder(
    views.flatMap((view) => {
      const { level, client, group, current } = view;
      const reaches =
        level === 'provider' ||
        (level === 'group' && group?.id === groupId) ||
        (level === 'client' && client?.id === place.clientId);
      return reaches && current?.terms ? [placedAs(view, { ...current, terms: current.terms })] : [];
    }),
  );
}

async function promisedBy(ctx: Ctx, kind: PromisedView['kind'], placed: readonly Placed[]): Promise<PromisedView> {
  const always = ({ terms }: Placed) => terms.condition === '' && terms.serviceIds.length === 0;
  const policies = applying(placed.filter(always), { kind, service_id: null }, () => ({}));
  const byPriority = [1, 2, 3, 4, 5].map((priority) => promiseOf(policies, priority));
  const targets = [...new Set(byPriority.flatMap((promised) => Object.keys(promised)))];
  const thresholds = policies.find(({ terms }) => terms.thresholds !== null);
  return {
    kind,
    targets: await Promise.all(
      targets.map(async (target) => {
        const any = byPriority.find((promised) => promised[target])?.[target];
        return {
          target,
          name: await targetName(ctx, target),
          calendar: await calendarName(ctx, any?.calendar ?? 'service_hours'),
          calendarFrom: any ? originView(any.calendarFrom) : null,
          byPriority: byPriority.map((promised) => ({
            minutes: promised[target]?.minutes ?? null,
            from: promised[target] ? originView(promised[target].from) : null,
          })),
        };
      }),
    ),
    thresholds: {
      list: (thresholds?.terms.thresholds ?? []) as PromisedView['thresholds']['list'],
      from: thresholds ? originView(originOf(thresholds)) : null,
    },
    conditional: placed
      .filter((policy) => !always(policy) && policy.terms.kinds.includes(kind))
      .map(({ policyId, name, terms }) => ({ policyId, name, condition: terms.condition })),
  };
}

const originView = ({ policyId, name, level, number }: Origin) => ({
  policyId: level === 'built_in' ? null : policyId,
  name,
  level,
  number,
});

type Placed = PlacedPolicy & { position: number };
type Said = Pick<PolicyVersionView, 'number' | 'position'> & { terms: unknown };

/** A policy with what one version of it says, as it is looked for. */
const placedAs = ({ id, name, level }: PolicyView, { number, position, terms }: Said): Placed => ({
  policyId: id,
  number,
  name,
  level,
  place: '',
  position,
  terms: terms as PlacedPolicy['terms'],
});

async function groupOf(ctx: Ctx, clientId: string): Promise<string | null> {
  const row = await ctx.tx.selectFrom('clients').select('group_id').where('id', '=', clientId).executeTakeFirst();
  if (!row) throw notFound('client');
  return row.group_id;
}
