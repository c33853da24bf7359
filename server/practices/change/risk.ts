import { assessRisk, type Past } from '#kernel/change.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { dependentsOf } from '#server/practices/configuration/index.ts';
import { type ChangeRow, type ModelRow, modelOf, writeChange } from './rows.ts';

/** Runs of late that count for the risk. */
const LATE = 20;

const ITEMS = `
select client_id, array_agg(item_id) as items from change_items where change_client_id = $1 and change_id = $2 group by client_id`;
const SERVICES = `
select s.id, s.name, s.importance from change_services l join services s on s.id = l.service_id
where l.client_id = $1 and l.change_id = $2 order by s.name, s.id`;

type Service = { id: string; name: string; importance: string };

/** What a change reaches: how many items depend on those it touches, and the services among and above them. */
export async function reachOf(
  ctx: Ctx,
  { client_id, ticket_id }: ChangeRow,
): Promise<{ dependents: number; services: Service[] }> {
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
  return { dependents, services: [...services.values()] };
}

const PAST_OF_MODEL = `
select count(*)::int as runs, count(*) filter (where outcome = 'successful')::int as good from (
  select c.outcome from changes c where c.model_id = $1 and c.outcome is not null and c.ticket_id <> $2
  order by c.outcome_at desc limit ${LATE}) late`;
const PAST_OF_TEAM = `
select count(*)::int as runs, count(*) filter (where outcome = 'successful')::int as good from (
  select c.outcome from changes c join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
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

/** Works out anew what a change risks, and writes it where it is another. */
export async function assess(ctx: Ctx, ticket: TicketRecord, change: ChangeRow): Promise<ChangeRow> {
  const model = await modelOf(ctx, change.model_id);
  const risk = assessRisk({
    questions: model.questions,
    answers: change.answers,
    ...(await reachOf(ctx, change)),
    past: await pastOf(ctx, ticket, model),
  });
  const why = JSON.stringify(risk?.why ?? []);
  if (change.risk_score === (risk?.score ?? null) && JSON.stringify(change.risk_why) === why) return change;
  return writeChange(ctx, change, {
    risk_score: risk?.score ?? null,
    risk_level: risk?.level ?? null,
    risk_why: why,
  });
}
