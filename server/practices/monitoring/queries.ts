import { type RawBuilder, sql } from 'kysely';
import { type Decision, decidedBy, decisionWords } from '#kernel/alert.ts';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type {
  AlertCountQuery,
  AlertCounts,
  AlertQuery,
  AlertRow,
  AlertView,
  RecurringAlerts,
  RecurringQuery,
} from '#shared/alert.ts';
import { ALERT_STATES, type AlertState } from '#shared/estate-words.ts';
import { COUNT_CAP } from '#shared/vocabulary.ts';
import { SITE_NAME } from './site-name.ts';
import { isWorded } from './worded.ts';

const SITE = sql.raw(SITE_NAME);
const DEVICE = sql`coalesce(i.name, a.device ->> 'hostname', a.device ->> 'ip', a.device ->> 'externalId', ${SITE})`;
const COLUMNS = sql`a.id, json_build_object('id', c.id, 'name', c.name) as client, a.client_known as "clientKnown",
  json_build_object('id', a.connector_id, 'name', a.connector_name) as connector, a.site, ${SITE} as "siteName",
  case when i.id is null then null else json_build_object('id', i.id, 'name', i.name) end as item, ${DEVICE} as device,
  a.condition, a.title, a.severity, a.kind, a.state, a.is_open as open, a.count, a.first_at as "firstAt", a.last_at as "lastAt",
  a.cleared_at as "clearedAt", case when t.id is null then null else json_build_object('id', t.id, 'key', t.key, 'title', t.title) end as ticket,
  a.cause_id as "causeId", (select count(*)::int from (select from alerts e where e.client_id = a.client_id and e.cause_id = a.id limit 10000) e) as explains,
  nullif(a.decision, '{}') as decision, a.decide_at as "decideAt", a.acknowledged_by as "acknowledgedBy", a.version`;
const FROM = sql`join clients c on c.id = a.client_id
  left join configuration_items o on o.client_id = a.client_id and o.id = a.item_id
  left join configuration_items i on i.client_id = a.client_id and i.id = coalesce(o.merged_into, o.id)
  left join tickets t on t.client_id = a.client_id and t.id = a.ticket_id`;

type Row = Omit<AlertRow, 'decision'> & { decision: Decision | null };

/** A decision with its sentence. */
const said = (decision: Decision | null): AlertRow['decision'] =>
  decision && {
    by: decision.by,
    does: decision.does,
    sentence: decisionWords(decision),
    brief: decidedBy(decision),
    ruleId: decision.by === 'rule' ? (decision.id ?? null) : null,
  };

/** Alerts, the one that was raised last first. */
export async function listAlerts(ctx: Ctx, query: AlertQuery) {
  const limit = query.limit ?? 50;
  const { state } = query;
  const cursor = decodeCursor(query.cursor, ['instant', 'id']);
  const from = await fromOf(ctx, query, [
    ...(state?.length ? [sql`a.state = any (${state}::text[])`] : []),
    ...(cursor ? [sql`(a.last_at, a.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`] : []),
  ]);
  const { rows } =
    await sql<Row>`select ${COLUMNS} from ${from} order by a.last_at desc, a.id desc limit ${limit + 1}`.execute(
      ctx.tx,
    );
  const page = pageOf(rows, limit, (row) => [row.lastAt, row.id]);
  return { ...page, items: page.items.map((row) => ({ ...row, decision: said(row.decision) })) };
}

/** How many alerts a filter finds in each state, looking no further than the cap in any. */
export async function countAlerts(ctx: Ctx, query: AlertCountQuery): Promise<AlertCounts> {
  const from = await fromOf(ctx, query, [sql`a.state = s.state`]);
  const { rows } = await sql<{ state: AlertState; count: number }>`
    select s.state, x.count from unnest(${ALERT_STATES}::text[]) s (state)
    cross join lateral (select count(*)::int as count from (select from ${from} limit ${COUNT_CAP}) capped) x`.execute(
    ctx.tx,
  );
  return { items: rows.map((row) => ({ ...row, capped: row.count >= COUNT_CAP })) };
}

/** The alerts `a` of a filter and of further conditions, with what is beside them. */
async function fromOf(
  ctx: Ctx,
  query: AlertCountQuery,
  more: readonly RawBuilder<unknown>[],
): Promise<RawBuilder<unknown>> {
  const { severity, kind, clientId, itemId, connectorId, ticketId, causeId, unknown, grouped } = query;
  const worded = await isWorded(ctx, query);
  const conditions = [
    sql`true`,
    ...more,
    ...(severity?.length ? [sql`a.severity = any (${severity}::smallint[])`] : []),
    ...(kind?.length ? [sql`a.kind = any (${kind}::text[])`] : []),
    ...(clientId ? [sql`a.client_id = ${clientId}`] : []),
    ...(itemId
      ? [
          sql`a.item_id = ${itemId} and a.client_id = (select x.client_id from configuration_items x where x.id = ${itemId})`,
        ]
      : []),
    ...(connectorId ? [sql`a.connector_id = ${connectorId}`] : []),
    ...(ticketId
      ? [sql`a.ticket_id = ${ticketId} and a.client_id = (select x.client_id from tickets x where x.id = ${ticketId})`]
      : []),
    ...(causeId
      ? [sql`a.cause_id = ${causeId} and a.client_id = (select x.client_id from alerts x where x.id = ${causeId})`]
      : []),
    ...(unknown === undefined ? [] : [sql`a.client_known = ${!unknown}`]),
    ...(grouped ? [sql`a.cause_id is null`] : []),
    ...(worded ? [worded] : []),
  ];
  return sql`alerts a ${FROM} where ${sql.join(conditions, sql` and `)}`;
}

/** One alert, with the times that it was raised. */
export async function viewAlert(ctx: Ctx, id: string): Promise<AlertView> {
  const { rows } = await sql<Omit<AlertView, 'decision' | 'occurrences'> & Row>`
    select ${COLUMNS}, a.text, a.url, a.source_acknowledged_by as "sourceAcknowledgedBy", a.acknowledged_at as "acknowledgedAt",
      a.closed_at as "closedAt", a.decided_at as "decidedAt",
      (select json_build_object('id', p.id, 'title', p.title) from alerts p where p.client_id = a.client_id and p.id = a.cause_id) as cause
    from alerts a ${FROM} where a.id = ${id}`.execute(ctx.tx);
  const [found] = rows;
  if (!found) throw notFound('alert');
  const { rows: occurrences } = await sql<AlertView['occurrences'][number]>`
    select started_at as "startedAt", ended_at as "endedAt", ended, severity, title from alert_occurrences
    where client_id = ${found.client.id} and alert_id = ${id} and raised
    order by started_at desc, id desc limit 100`.execute(ctx.tx);
  return { ...found, decision: said(found.decision), occurrences };
}

/** What comes back again and again: by item and condition, the most frequent first. For whoever looks for problems behind it. */
export async function recurringAlerts(ctx: Ctx, query: RecurringQuery): Promise<RecurringAlerts> {
  const since = new Date(Date.parse(ctx.now) - (query.days ?? 30) * 86_400_000).toISOString();
  const ofClient = query.clientId ? sql`and o.client_id = ${query.clientId}` : sql``;
  const { rows } = await sql<RecurringAlerts['items'][number]>`
    with often as (
      select o.client_id, o.alert_id, count(*)::int as count from alert_occurrences o
      where o.raised and o.alert_id is not null and o.heard_at > ${since} ${ofClient}
      group by o.client_id, o.alert_id having count(*) >= ${query.least ?? 3} order by count(*) desc limit 200)
    select a.id, json_build_object('id', c.id, 'name', c.name) as client,
      case when i.id is null then null else json_build_object('id', i.id, 'name', i.name) end as item, ${DEVICE} as device,
      a.condition, a.title, often.count, a.last_at as "lastAt",
      (select count(*)::int from ticket_items x join tickets k on k.client_id = x.client_id and k.id = x.ticket_id
        where x.client_id = a.client_id and x.item_id = i.id and k.source = 'monitoring' and k.created_at > ${since}) as tickets
    from often join alerts a on a.client_id = often.client_id and a.id = often.alert_id ${FROM}
    order by often.count desc, a.last_at desc, a.id`.execute(ctx.tx);
  return { items: rows };
}
