import { sql } from 'kysely';
import { businessSecondsBetween, type Calendar } from '#kernel/calendar.ts';
import { dayAfter, dayStart } from '#kernel/day.ts';
import { invalid } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { mayDo } from '#platform/identity/index.ts';
import { calendarOfChoice } from '#server/practices/service-level/index.ts';
import type { Utilisation, UtilisationQuery } from '#shared/time.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;

type Span = { readonly from: string; readonly to: string };
type Person = { id: string; name: string; timeZone: string; leave: { from: string; until: string }[] };
type Sum = { staff_id: string; began: string } & Pick<
  Utilisation,
  'recorded' | 'billable' | 'charged' | 'covered' | 'enteredAfter'
>;

/** How everybody's hours went, by week or month: how many there were, and what of them was recorded, billable and billed; by name. */
export async function utilisation(ctx: Ctx, query: UtilisationQuery): Promise<Utilisation[]> {
  requireAllClients(ctx, 'How people’s hours went');
  const spans = spansOf(query, ctx.now.slice(0, 10));
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return [];
  const people = await peopleIn(ctx, first.from, last.to);
  const sums = new Map(
    (await sumsIn(ctx, query.by, first.from, last.to)).map((sum) => [`${sum.staff_id} ${sum.began}`, sum]),
  );
  const calendars = new Map<string, Calendar>();
  const rows: Utilisation[] = [];
  for (const { id, name, timeZone, leave } of people) {
    const calendar = calendars.get(timeZone) ?? (await calendarIn(ctx, timeZone, first.from));
    calendars.set(timeZone, calendar);
    for (const span of spans) {
      const { staff_id: _, began: __, ...sum } = sums.get(`${id} ${beginOf(span.from, query.by)}`) ?? NOTHING;
      rows.push({ staff: { id, name }, ...span, available: availableIn(calendar, span, { timeZone, leave }), ...sum });
    }
  }
  return rows;
}

const NOTHING: Sum = { staff_id: '', began: '', recorded: 0, billable: 0, charged: 0, covered: 0, enteredAfter: null };

/** The weeks or months that the days lie in, cut to them, up to today. */
function spansOf({ from, to, by }: UtilisationQuery, today: string): Span[] {
  if (to < from) throw invalid([{ path: 'to', message: 'must not be before the first day' }]);
  if (Date.parse(to) - Date.parse(from) >= MOST_DAYS * DAY_MS)
    throw invalid([{ path: 'to', message: `must be within ${MOST_DAYS} days of the first` }]);
  const last = to < today ? to : today;
  const spans: Span[] = [];
  for (let at = from; at <= last; ) {
    const next = nextOf(at, by);
    spans.push({ from: at, to: next <= last ? dayAfter(next, -1) : last });
    at = next;
  }
  return spans;
}

/** The first day of the week or month that a day is in. */
function beginOf(day: string, by: UtilisationQuery['by']): string {
  if (by === 'month') return `${day.slice(0, 8)}01`;
  return dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

function nextOf(day: string, by: UtilisationQuery['by']): string {
  if (by === 'week') return dayAfter(beginOf(day, by), 7);
  return beginOf(dayAfter(beginOf(day, by), 31), by);
}

/** Who works here and may record time, and whoever recorded some, with their leave. */
async function peopleIn(ctx: Ctx, from: string, to: string): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select s.id, s.name, s.time_zone as "timeZone",
      coalesce((select jsonb_agg(jsonb_build_object('from', l.starts_at, 'until', l.ends_at) order by l.starts_at) from staff_leave l
        where l.staff_id = s.id and l.ends_at > ${from}::date - 1 and l.starts_at < ${to}::date + 2), '[]') as leave
    from staff s where (s.active and ${sql.raw(mayDo('ticket.time'))}) or exists (select from time_entries e
      where e.staff_id = s.id and e.worked_at >= ${from}::date - 1 and e.worked_at < ${to}::date + 3)
    order by lower(s.name), s.id limit 500`.execute(ctx.tx);
  return rows;
}

async function sumsIn(ctx: Ctx, by: UtilisationQuery['by'], from: string, to: string): Promise<Sum[]> {
  const { rows } = await sql<Sum>`
    with mine as (
      select e.*, (coalesce(e.started_at, e.worked_at) at time zone s.time_zone)::date as day
      from time_entries e join staff s on s.id = e.staff_id
      where e.worked_at >= ${from}::date - 1 and e.worked_at < ${to}::date + 3)
    select m.staff_id, date_trunc(${by}, m.day::timestamp)::date as began, sum(m.minutes)::int as recorded,
      coalesce(sum(m.minutes) filter (where m.billable), 0)::int as billable,
      coalesce(round(sum(m.minutes * coalesce(p.charged, 0)::numeric / nullif(p.seconds, 0))), 0)::int as charged,
      coalesce(round(sum(m.minutes * (p.seconds - coalesce(p.charged, 0))::numeric / nullif(p.seconds, 0))), 0)::int as covered,
      round(extract(epoch from percentile_cont(0.5) within group (order by greatest(m.created_at - m.worked_at, interval '0'))) / 60)::int
        as "enteredAfter"
    from mine m left join lateral (select sum(t.seconds) as seconds, sum(t.seconds) filter (where t.how = 'charged') as charged
      from time_parts t where t.client_id = m.client_id and t.entry_id = m.id) p on true
    where m.day >= ${from} and m.day <= ${to} group by 1, 2`.execute(ctx.tx);
  return rows;
}

/** The provider's own hours of service by a clock, with the public holidays where the provider is. */
async function calendarIn(ctx: Ctx, timeZone: string, day: string): Promise<Calendar> {
  const own = await ctx.tx
    .selectFrom('clients')
    .select(['id', 'country', 'region'])
    .where('kind', '=', 'internal')
    .executeTakeFirst();
  const place = own ?? { id: null, country: '', region: '' };
  return (await calendarOfChoice(ctx, { ...place, timeZone }, 'service_hours', Number(day.slice(0, 4)))).calendar;
}

function availableIn(
  calendar: Calendar,
  { from, to }: Span,
  { timeZone, leave }: Pick<Person, 'timeZone' | 'leave'>,
): number {
  const [begins, ends] = [Date.parse(dayStart(from, timeZone) ?? from), Date.parse(dayStart(to, timeZone, 1) ?? to)];
  const away = merged(
    leave.map((one) => [Math.max(begins, Date.parse(one.from)), Math.min(ends, Date.parse(one.until))]),
  );
  const seconds =
    businessSecondsBetween(calendar, begins, ends) -
    away.reduce((sum, [a, b]) => sum + businessSecondsBetween(calendar, a, b), 0);
  return Math.round(seconds / 60);
}

/** Stretches without what they share, so that leave that was entered twice counts once. */
function merged(stretches: readonly [number, number][]): [number, number][] {
  const all: [number, number][] = [];
  for (const [from, to] of stretches.toSorted(([a], [b]) => a - b)) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (from < to) all.push([from, to]);
  }
  return all;
}
