import { sql } from 'kysely';
import type { CalendarEvent } from '#kernel/icalendar.ts';
import type { Ctx } from '#platform/context/index.ts';
import { coverBetween } from '#server/practices/on-call/index.ts';

const DAY_MS = 86_400_000;
const [BACK_DAYS, AHEAD_DAYS] = [30, 180];
const MOST = 2_000;

type Row = {
  id: string;
  key: string;
  title: string | null;
  status: string;
  status_category: string;
  planned_start: string;
  planned_end: string;
  version: number;
  updated_at: string;
  items: string[];
};

const range = (ctx: Ctx) => {
  const now = Date.parse(ctx.now);
  return {
    from: new Date(now - BACK_DAYS * DAY_MS).toISOString(),
    until: new Date(now + AHEAD_DAYS * DAY_MS).toISOString(),
  };
};

/**
 * Changes with their windows, of somebody or at a client. A client's calendar has what is authorised alone, of another client's change no
 * title, and only the items of this one.
 */
async function changes(ctx: Ctx, who: { staffId: string } | { clientId: string }): Promise<CalendarEvent[]> {
  const { from, until } = range(ctx);
  const [staffId, clientId] = 'staffId' in who ? [who.staffId, null] : [null, who.clientId];
  const { rows } = await sql<Row>`
    select t.id, t.key, case when ${clientId}::uuid is null or t.client_id = ${clientId}::uuid then t.title end as title, t.status, t.status_category,
      c.planned_start, c.planned_end, c.version, c.updated_at,
      array(select i.name from change_items l join configuration_items i on i.client_id = l.client_id and i.id = l.item_id
        where l.change_client_id = c.client_id and l.change_id = c.ticket_id and (${clientId}::uuid is null or l.client_id = ${clientId}::uuid)
        order by i.name_key limit 20) as items
    from changes c join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
    where c.planned_start < ${until} and c.planned_end > ${from}
      and (t.assignee_id = ${staffId}::uuid or exists (select from fulfilment_tasks f
          where f.client_id = c.client_id and f.ticket_id = c.ticket_id and f.staff_id = ${staffId}::uuid)
        or t.client_id = ${clientId}::uuid or exists (select from change_items l
          where l.client_id = ${clientId}::uuid and l.change_client_id = c.client_id and l.change_id = c.ticket_id))
      and (${clientId}::uuid is null or c.authorised_at is not null
        or (c.type = 'standard' and t.status_category in ('open', 'resolved', 'closed')))
    order by c.planned_start, t.id limit ${MOST}`.execute(ctx.tx);
  return rows.map((row) => ({
    uid: `change-${row.id}@fettle`,
    ...{ sequence: row.version, changedAt: row.updated_at, from: row.planned_start, to: row.planned_end },
    summary: row.title === null ? 'Planned work' : `${row.key} ${row.title}`,
    description: row.items.length > 0 ? `Touches ${row.items.join(', ')}` : '',
    ...(row.title === null || staffId === null ? {} : { url: `${ctx.services.baseUrl}/tickets/${row.key}` }),
    status:
      row.status_category === 'cancelled'
        ? 'CANCELLED'
        : row.status_category === 'new' || row.status_category === 'waiting' || row.status === 'assess'
          ? 'TENTATIVE'
          : 'CONFIRMED',
  }));
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
  ...(await changes(ctx, { staffId })),
  ...(await meetings(ctx, staffId)),
  ...(await shifts(ctx, staffId)),
];

/** What is planned at a client. */
export const eventsOfClient = (ctx: Ctx, clientId: string): Promise<CalendarEvent[]> => changes(ctx, { clientId });
