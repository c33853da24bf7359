import { isDeepStrictEqual } from 'node:util';
import { assessRisk, type Past, type WentBadly } from '#kernel/change.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { dependentsOf } from '#server/practices/configuration/index.ts';
import { type ChangeRow, type ModelRow, modelOf, writeChange } from './rows.ts';
import { CAUSED } from './runs.ts';

/** Runs of late that count for the risk. */
const LATE = 20;

const ITEMS = `
select client_id, array_agg(item_id) as items from change_items where change_client_id = $1 and change_id = $2 group by client_id`;
const SERVICES = `
select s.id, s.name, s.importance from change_services l join services s on s.id = l.service_id
where l.client_id = $1 and l.change_id = $2 order by s.name, s.id`;

/** What a change reaches, as rules and people read it. */
export type Reach = {
  readonly services: readonly string[];
  /** Of the most important of them. */
  readonly importance: string | null;
  readonly items: number;
  readonly dependents: number;
};

type Service = { id: string; name: string; importance: string };

/** What a change reaches: how many items depend on those it touches, and the services among and above them. */
export async function reachOf(
  ctx: Ctx,
  { client_id, ticket_id }: ChangeRow,
): Promise<{ items: number; dependents: number; services: Service[] }> {
  const at = [client_id, ticket_id];
  const touched = await ctx.hot<{ client_id: string; items: string[] }>('change_reach_items', ITEMS, at);
  const services = new Map<string, Service>();
  for (const one of await ctx.hot<Service>('change_reach_services', SERVICES, at)) services.set(one.id, one);
  let dependents = 0;
  for (const { client_id: clientId, items } of touched) {
    const reached = await dependentsOf(ctx, clientId, items);
    dependents += reached.itemIds.length;
    for (const service of reached.services) services.set(service.id, service);
  }
  const items = touched.reduce((sum, one) => sum + one.items.length, 0);
  return { items, dependents, services: [...services.values()] };
}

const PAST_OF_MODEL = `
select count(*)::int as runs, count(*) filter (where good)::int as good from (
  select c.outcome = 'successful' and not ${CAUSED} as good from changes c where c.model_id = $1 and c.outcome is not null and c.ticket_id <> $2
  order by c.outcome_at desc limit ${LATE}) late`;
const PAST_OF_TEAM = `
select count(*)::int as runs, count(*) filter (where good)::int as good from (
  select c.outcome = 'successful' and not ${CAUSED} as good from changes c join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
  where t.team_id = $1 and c.outcome is not null and c.ticket_id <> $2 order by c.outcome_at desc limit ${LATE}) late`;

/** How changes by the same model and of the same team ended of late. */
async function pastOf(ctx: Ctx, ticket: TicketRecord, model: ModelRow): Promise<Past[]> {
  type Row = { runs: number; good: number };
  const [byModel] = await ctx.hot<Row>('change_past_model', PAST_OF_MODEL, [model.id, ticket.id]);
  const [byTeam] =
    ticket.team_id === null ? [] : await ctx.hot<Row>('change_past_team', PAST_OF_TEAM, [ticket.team_id, ticket.id]);
  return [
    ...(byModel ? [{ ...byModel, of: `by “${model.name}”` }] : []),
    ...(byTeam ? [{ ...byTeam, of: 'of its team' }] : []),
  ];
}

/** Days for which a change that went badly weighs on the next one. */
const BADLY_DAYS = 90;
/** Of the same problem before of the same items, the latest first. */
const BADLY = `
select t.key, c.client_id = $1 as here, c.outcome, c.problem_id = $3 and c.problem_client_id = $4 as mends, shared.name, shared.own
from changes c join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
left join lateral (
  select n.name, n.client_id = $1 as own from change_items l join change_items own on own.client_id = l.client_id and own.item_id = l.item_id
  join configuration_items n on n.client_id = l.client_id and n.id = l.item_id
  where l.change_client_id = c.client_id and l.change_id = c.ticket_id and own.change_client_id = $1 and own.change_id = $2
  order by n.client_id = $1 desc, lower(n.name), n.id limit 1) shared on true
where c.outcome in ('failed', 'backed_out') and c.outcome_at > $5::timestamptz - interval '${BADLY_DAYS} days' and c.ticket_id <> $2
  and ((c.problem_id = $3 and c.problem_client_id = $4) or shared.name is not null)
order by coalesce(c.problem_id = $3 and c.problem_client_id = $4, false) desc, c.outcome_at desc, c.ticket_id limit 1`;

type Badly = {
  key: string;
  here: boolean;
  outcome: WentBadly['outcome'];
  mends: boolean | null;
  name: string | null;
  own: boolean;
};

/** The last change that was to mend the same problem, or that touched something of the same, and went badly. */
async function badlyBefore(
  ctx: Ctx,
  { client_id, ticket_id, problem_id, problem_client_id }: ChangeRow,
): Promise<WentBadly | null> {
  const [found] = await ctx.hot<Badly>('change_went_badly', BADLY, [
    ...[client_id, ticket_id, problem_id, problem_client_id, ctx.now],
  ]);
  if (!found) return null;
  return {
    // Who reads this change may not see the client whose change that was, nor whose item.
    called: found.here ? found.key : 'A change kept elsewhere',
    outcome: found.outcome,
    shared: found.mends ? { kind: 'problem' } : { kind: 'item', name: found.own ? found.name : null },
  };
}

/** Works out anew what a change risks, and writes it where it is another. */
export async function assess(ctx: Ctx, ticket: TicketRecord, change: ChangeRow): Promise<ChangeRow> {
  const model = await modelOf(ctx, change.model_id);
  const { items, dependents, services } = await reachOf(ctx, change);
  const risk = assessRisk({
    questions: model.questions,
    answers: change.answers,
    ...{ dependents, services, past: await pastOf(ctx, ticket, model), wentBadly: await badlyBefore(ctx, change) },
  });
  const importance = ['high', 'normal', 'low'].find((one) => services.some((service) => service.importance === one));
  const reach: Reach = {
    services: services.map(({ name }) => name),
    importance: importance ?? null,
    items,
    dependents,
  };
  const worked = { risk_score: risk?.score ?? null, risk_level: risk?.level ?? null, risk_why: risk?.why ?? [], reach };
  const { risk_score, risk_level, risk_why, reach: before } = change;
  if (isDeepStrictEqual({ risk_score, risk_level, risk_why, reach: before }, worked)) return change;
  return writeChange(ctx, change, {
    ...worked,
    risk_why: JSON.stringify(worked.risk_why),
    reach: JSON.stringify(reach),
  });
}
