import { sql } from 'kysely';
import type { ItemOfChange, Planned } from '#kernel/change-schedule.ts';
import type { Ctx } from '#platform/context/index.ts';
import { fromSql, untilSql } from '#server/practices/change/index.ts';
import type { ChangeType } from '#shared/change-words.ts';
import type { StatusCategory } from '#shared/vocabulary.ts';

/** A change with its window, and what a calendar tells of it besides. */
export type PlannedChange = Planned & {
  readonly type: ChangeType;
  readonly status: string;
  readonly statusCategory: StatusCategory;
  readonly client: { readonly id: string; readonly name: string };
  readonly risk: number | null;
  readonly outage: boolean;
};

type Named = { id: string; name: string };
type Row = {
  id: string;
  key: string;
  title: string;
  type: ChangeType;
  status: string;
  status_category: StatusCategory;
  client: Named;
  from: string;
  until: string;
  risk_level: number | null;
  outage: boolean;
  items: ItemOfChange[];
  services: string[];
  team: Named | null;
  people: Named[];
};

const COLUMNS = sql`t.id, t.key, t.title, c.type, t.status, t.status_category, json_build_object('id', k.id, 'name', k.name) as client,
  c.risk_level, c.outage,
  coalesce((select json_agg(distinct jsonb_build_object('id', i.id, 'name', i.name, 'clientId', i.client_id, 'serviceId', i.service_id))
    from change_items l join configuration_items o on o.client_id = l.client_id and o.id = l.item_id
    join configuration_items i on i.client_id = o.client_id and i.id = coalesce(o.merged_into, o.id)
    where l.change_client_id = c.client_id and l.change_id = c.ticket_id), '[]') as items,
  array(select s.service_id from change_services s where s.client_id = c.client_id and s.change_id = c.ticket_id) as services,
  (select json_build_object('id', m.id, 'name', m.name) from teams m where m.id = t.team_id) as team,
  coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name, s.id) from staff s
    where s.id = t.assignee_id or s.id in (select f.staff_id from fulfilment_tasks f
      where f.client_id = c.client_id and f.ticket_id = c.ticket_id and f.state in ('planned', 'waiting', 'ready'))), '[]') as people`;
const FROM = sql`changes c join tickets t on t.client_id = c.client_id and t.id = c.ticket_id join clients k on k.id = c.client_id`;

/** More are in no view; a calendar says when it stops here. */
export const MOST_CHANGES = 5_000;

/** Changes in sight that are, were or are planned between two instants (`when.ts` of changes says which of it holds); the earliest first. */
export async function plannedBetween(
  ctx: Ctx,
  { from, until, clientId = null }: { from: string; until: string; clientId?: string | null },
): Promise<PlannedChange[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS}, w.from_at as "from", w.until_at as until from ${FROM}
    cross join lateral (select ${sql.raw(fromSql)} as from_at, ${sql.raw(untilSql('n.at'))} as until_at from (select ${ctx.now}::timestamptz as at) n) w
    where w.from_at < ${until} and w.until_at > ${from} and t.status_category <> 'cancelled'
      and (${clientId}::uuid is null or c.client_id = ${clientId}::uuid or exists (
        select from change_items l where l.client_id = ${clientId}::uuid and l.change_client_id = c.client_id and l.change_id = c.ticket_id))
    order by w.from_at, t.id limit ${MOST_CHANGES}`.execute(ctx.tx);
  return rows.map(changeOf);
}

/** One change in its window, or as if that were another; null where it has none and none is given. */
export async function plannedChange(
  ctx: Ctx,
  { client_id, id }: { client_id: string; id: string },
  window: { from: string; until: string } | null = null,
): Promise<PlannedChange | null> {
  const { rows } = await sql<Row>`
    select ${COLUMNS}, c.planned_start as "from", c.planned_end as until from ${FROM} where c.client_id = ${client_id} and c.ticket_id = ${id}`.execute(
    ctx.tx,
  );
  const [row] = rows;
  if (!row || (window === null && row.from === null)) return null;
  return changeOf(window ? { ...row, ...window } : row);
}

const changeOf = (row: Row): PlannedChange => ({
  ...{ id: row.id, key: row.key, title: row.title, clientId: row.client.id, client: row.client, type: row.type },
  ...{ status: row.status, statusCategory: row.status_category, isEmergency: row.type === 'emergency' },
  ...{
    from: Date.parse(row.from),
    to: Date.parse(row.until),
    items: row.items,
    serviceIds: row.services,
  },
  ...{ team: row.team, people: row.people, risk: row.risk_level, outage: row.outage },
});

/** Whether others keep out of its way: it is meant seriously and not over. */
export const standsInTheWay = ({ statusCategory }: PlannedChange): boolean =>
  statusCategory === 'open' || statusCategory === 'waiting';
