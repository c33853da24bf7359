import { type RawBuilder, sql } from 'kysely';
import { dayAt } from '#kernel/day.ts';
import { forbidden, notFound } from '#kernel/errors.ts';
import { overlapping } from '#kernel/time.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Sheet, SheetEntry, SheetOfPerson, SheetQuery, TimeEntryView, TimePeriod } from '#shared/time.ts';
import { begunIn, boundsOf, daysOf, minutesIn } from './days.ts';
import { personOf, zoneOf } from './rows.ts';
import { mayEdit } from './settled.ts';

/** A ticket `t` with its client `c`, as who works on it is told. */
export const ON_TICKET: RawBuilder<unknown> = sql`jsonb_build_object('id', t.id, 'key', t.key, 'title', t.title) as ticket,
  jsonb_build_object('id', c.id, 'name', c.name) as client`;

/** An entry `e` of a person `s`, of a kind of work `w`. */
const ENTRY: RawBuilder<unknown> = sql`e.id, jsonb_build_object('id', s.id, 'name', s.name) as staff, e.minutes, e.note, e.billable,
  case when w.id is not null then jsonb_build_object('id', w.id, 'name', w.name) end as "workType",
  e.started_at as "startedAt", e.worked_at as "workedAt", e.source, e.state, e.returned_because as "returnedBecause", e.version`;
const BESIDE: RawBuilder<unknown> = sql`join staff s on s.id = e.staff_id left join work_types w on w.id = e.work_type_id`;

type Bare<T extends TimeEntryView> = Omit<T, 'mayEdit'>;
const shown = <T extends TimeEntryView>(ctx: Ctx, row: Bare<T>): T =>
  ({ ...row, mayEdit: mayEdit(ctx, { staff_id: row.staff.id, state: row.state }) }) as T;

/** Time worked on a ticket, newest first. */
export async function timeOf(ctx: Ctx, ticket: { client_id: string; id: string }): Promise<TimeEntryView[]> {
  const { rows } = await sql<Bare<TimeEntryView>>`
    select ${ENTRY} from time_entries e ${BESIDE}
    where e.client_id = ${ticket.client_id} and e.ticket_id = ${ticket.id} order by e.worked_at desc, e.id desc limit 200`.execute(
    ctx.tx,
  );
  return rows.map((row) => shown<TimeEntryView>(ctx, row));
}

/** An entry as it stands. */
export async function viewEntry(ctx: Ctx, id: string): Promise<TimeEntryView> {
  const { rows } = await sql<
    Bare<TimeEntryView>
  >`select ${ENTRY} from time_entries e ${BESIDE} where e.id = ${id}`.execute(ctx.tx);
  if (!rows[0]) throw notFound('time entry');
  return shown<TimeEntryView>(ctx, rows[0]);
}

/** A timesheet: every entry of a person that began on the days, with what overlaps, and the sums of each day. */
export async function sheetOf(ctx: Ctx, { staffId, ...period }: SheetQuery): Promise<Sheet> {
  const of = staffId?.toLowerCase() ?? ctx.scope.principalId;
  if (!of || ctx.scope.principal !== 'staff') throw forbidden('Timesheets are of people who work here.');
  if (of !== ctx.scope.principalId && !ctx.can('time.approve'))
    throw forbidden('Somebody else’s timesheet is for those who approve time.');
  const { time_zone: zone, ...person } = await personOf(ctx, of);
  const days = daysOf(period);
  const { rows } = await sql<Bare<SheetEntry>>`
    select ${ENTRY}, ${ON_TICKET} from time_entries e ${BESIDE}
    join tickets t on t.client_id = e.client_id and t.id = e.ticket_id join clients c on c.id = e.client_id
    where ${begunIn(of, boundsOf(days, zone))}
    order by coalesce(e.started_at, e.worked_at), e.id limit 5000`.execute(ctx.tx);
  const spans = rows.flatMap(({ id, startedAt, workedAt }) =>
    startedAt === null ? [] : [{ id, from: Date.parse(startedAt), until: Date.parse(workedAt) }],
  );
  const beside = overlapping(spans);
  const items = rows.map((row) =>
    shown<SheetEntry>(ctx, {
      ...row,
      day: dayAt(row.startedAt ?? row.workedAt, zone),
      overlaps: beside.get(row.id) ?? [],
    }),
  );
  return {
    ...{ staff: person, timeZone: zone, items },
    days: days.map((day) => {
      const those = items.filter((one) => one.day === day);
      return {
        day,
        minutes: sum(those),
        billableMinutes: sum(those.filter(({ billable }) => billable)),
        lengthMinutes: minutesIn(boundsOf([day], zone)),
      };
    }),
  };
}

const sum = (entries: readonly { minutes: number }[]): number => entries.reduce((all, { minutes }) => all + minutes, 0);

/** What everybody recorded in a period, by where it stands; whoever has something to be approved first. Days by the reader's zone. */
export async function sheetsIn(ctx: Ctx, period: TimePeriod): Promise<SheetOfPerson[]> {
  const zone = ctx.scope.principalId ? await zoneOf(ctx, ctx.scope.principalId) : 'UTC';
  const [from, until] = boundsOf(daysOf(period), zone);
  const { rows } = await sql<SheetOfPerson>`
    with mine as (
      select e.*, coalesce(e.started_at, e.worked_at) as began from time_entries e
      where e.worked_at >= ${from} and e.worked_at < ${until}::timestamptz + interval '1 day')
    select jsonb_build_object('id', s.id, 'name', s.name) as staff,
      coalesce(sum(m.minutes) filter (where m.state = 'open'), 0)::int as open,
      coalesce(sum(m.minutes) filter (where m.state = 'submitted'), 0)::int as submitted,
      coalesce(sum(m.minutes) filter (where m.state = 'approved'), 0)::int as approved,
      coalesce(sum(m.minutes) filter (where m.state = 'returned'), 0)::int as returned,
      coalesce(sum(m.minutes) filter (where m.billable), 0)::int as billable,
      round(extract(epoch from percentile_cont(0.5) within group (order by greatest(m.created_at - m.worked_at, interval '0'))) / 60)::int
        as "enteredAfter",
      min(m.worked_at) filter (where m.state in ('open', 'returned')) as "oldestOpen"
    from mine m join staff s on s.id = m.staff_id where m.began >= ${from} and m.began < ${until}
    group by s.id, s.name order by sum(m.minutes) filter (where m.state = 'submitted') desc nulls last, lower(s.name), s.id limit 500`.execute(
    ctx.tx,
  );
  return rows;
}
