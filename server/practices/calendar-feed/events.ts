import { sql } from 'kysely';
import type { CalendarEvent } from '#kernel/icalendar.ts';
import type { Ctx } from '#platform/context/index.ts';
import { AGREED, fromSql, untilSql } from '#server/practices/change/index.ts';
import { coverBetween } from '#server/practices/on-call/index.ts';

const DAY_MS = 86_400_000;
const [BACK_DAYS, AHEAD_DAYS] = [30, 180];
const MOST = 2_000;
const MOST_TOUCHED = 20;

type Row = {
  id: string;
  summary: string;
  status: string;
  status_category: string;
  from: string;
  until: string;
  version: number;
  updated_at: string;
  touches: string[];
};

const range = (ctx: Ctx) => {
  const now = Date.parse(ctx.now);
  return {
    from: new Date(now - BACK_DAYS * DAY_MS).toISOString(),
    until: new Date(now + AHEAD_DAYS * DAY_MS).toISOString(),
  };
};

const eventOf = (row: Row): CalendarEvent => ({
  uid: `change-${row.id}@fettle`,
  ...{ sequence: row.version, changedAt: row.updated_at, from: row.from, to: row.until, summary: row.summary },
  description: row.touches.length > 0 ? `Touches ${row.touches.join(', ')}` : '',
  status:
    row.status_category === 'cancelled'
      ? 'CANCELLED'
      : row.status_category === 'new' || row.status_category === 'waiting' || row.status === 'assess'
        ? 'TENTATIVE'
        : 'CONFIRMED',
});

/** Changes that somebody has or has a task of. */
async function changes(ctx: Ctx, staffId: string): Promise<CalendarEvent[]> {
  const { from, until } = range(ctx);
  const { rows } = await sql<Row & { key: string }>`
    select t.id, t.key, t.key || ' ' || t.title as summary, t.status, t.status_category, w.from_at as "from", w.until_at as until,
      c.version, c.updated_at,
      array(select i.name from change_items l join configuration_items i on i.client_id = l.client_id and i.id = l.item_id
        where l.change_client_id = c.client_id and l.change_id = c.ticket_id order by i.name_key limit ${MOST_TOUCHED}) as touches
    from changes c join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
    cross join lateral (select ${sql.raw(fromSql)} as from_at, ${sql.raw(untilSql('n.at'))} as until_at from (select ${ctx.now}::timestamptz as at) n) w
    where w.from_at < ${until} and w.until_at > ${from}
      and (t.assignee_id = ${staffId}::uuid or exists (select from fulfilment_tasks f
          where f.client_id = c.client_id and f.ticket_id = c.ticket_id and f.staff_id = ${staffId}::uuid))
    order by w.from_at, t.id limit ${MOST}`.execute(ctx.tx);
  return rows.map((row) => ({ ...eventOf(row), url: `${ctx.services.baseUrl}/tickets/${row.key}` }));
}

/** What is agreed at a client, as its people may know of it: the same title and times as in the portal. */
export async function eventsOfClient(ctx: Ctx, clientId: string): Promise<CalendarEvent[]> {
  const { from, until } = range(ctx);
  const { rows } = await sql<Row>`
    select s.whole_id as id, s.key || ' ' || s.title as summary, s.status, s.status_category, p.from_at as "from", w.until_at as until,
      p.version, greatest(p.updated_at, s.updated_at) as updated_at,
      array(select n from jsonb_array_elements_text(p.touches -> 'items' || (p.touches -> 'services')) n limit ${MOST_TOUCHED}) as touches
    from change_parts p join ticket_spans s on s.client_id = p.client_id and s.whole_id = p.change_id
    cross join lateral (select case when s.status = 'implement' then greatest(p.until_at, p.from_at, ${ctx.now}::timestamptz) else p.until_at end
      as until_at) w
    where p.client_id = ${clientId}::uuid and p.ended_at is null and p.from_at < ${until} and w.until_at > ${from}
      and s.status in (${sql.join(AGREED)})
    order by p.from_at, s.whole_id limit ${MOST}`.execute(ctx.tx);
  return rows.map(eventOf);
}

type Meeting = {
  id: string;
  name: string;
  starts_at: string;
  minutes: number;
  place: string;
  sequence: number;
  state: string;
  updated_at: string;
};

/** Meetings of boards in whose team somebody is. */
async function meetings(ctx: Ctx, staffId: string): Promise<CalendarEvent[]> {
  const { from, until } = range(ctx);
  const { rows } = await sql<Meeting>`
    select m.id, b.name, m.starts_at, m.minutes, m.place, m.sequence, m.state, m.updated_at
    from cab_meetings m join cab_boards b on b.id = m.board_id
    where m.starts_at between ${from} and ${until}
      and exists (select from team_members t where t.team_id = b.team_id and t.staff_id = ${staffId}) order by m.starts_at limit ${MOST}`.execute(
    ctx.tx,
  );
  return rows.map((one) => ({
    uid: `cab-${one.id}@fettle`,
    ...{ sequence: one.sequence, changedAt: one.updated_at, from: one.starts_at, summary: one.name },
    to: new Date(Date.parse(one.starts_at) + one.minutes * 60_000).toISOString(),
    location: one.place,
    url: `${ctx.services.baseUrl}/changes/cab/${one.id}`,
    status: one.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
  }));
}

/** When somebody is on call. */
async function shifts(ctx: Ctx, staffId: string): Promise<CalendarEvent[]> {
  const { from, until } = range(ctx);
  const cover = await coverBetween(ctx, Date.parse(from), Date.parse(until));
  return cover.flatMap(({ schedule, shifts: all }) =>
    all
      .filter(({ staff }) => staff.id === staffId)
      .map((shift) => ({
        uid: `on-call-${schedule.id}-${Date.parse(shift.from)}@fettle`,
        ...{ sequence: 0, changedAt: ctx.now, from: shift.from, to: shift.to },
        ...{ summary: `On call: ${schedule.name}`, isFree: true },
      })),
  );
}

/** What a person of the provider has before them. */
export const eventsOfStaff = async (ctx: Ctx, staffId: string): Promise<CalendarEvent[]> => [
  ...(await changes(ctx, staffId)),
  ...(await meetings(ctx, staffId)),
  ...(await shifts(ctx, staffId)),
];
