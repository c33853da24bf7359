import { sql } from 'kysely';
import type { Calendar } from '#kernel/calendar.ts';
import { applyClockEvent, type Clock } from '#kernel/clock.ts';
import { notFound } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import type { CalendarReach } from '#shared/sla-calendar.ts';
import { buildCalendar, type CalendarTerms, calendarSource, placeOf } from './calendars.ts';
import { refuseHours } from './named-calendars.ts';
import { type ClockRow, clockOf } from './rows.ts';
import { targetName } from './target-name.ts';

/** So many clocks are named; all are counted. */
const TOLD = 10;
/** For a clock that never comes due: sorts after every instant. */
const NEVER = '9';

type Counted = ClockRow & {
  key: string;
  client: string;
  time_zone: string;
  country: string;
  region: string;
};

type Move = { row: Counted; before: string | null; after: string | null };

/** Running clocks of open tickets that count by calendars of this name, each with where its hours are counted. */
const COUNTED = (name: string) => sql<Counted>`
select k.*, t.key, c.name as client, coalesce(s.time_zone, c.time_zone) as time_zone, c.country, c.region
from ticket_clocks k
join tickets t on t.client_id = k.client_id and t.id = k.ticket_id
join clients c on c.id = k.client_id
left join sites s on s.client_id = t.client_id and s.id = t.site_id
where t.is_open and k.state = 'running'
  and k.calendar_id in (select id from calendars where definition ->> 'name' = ${name})`;

/**
 * Whom other hours of a calendar would reach at this moment, by the arithmetic that a change uses: how many running clocks would come
 * due earlier or later, and at which clients. Writes nothing. Throws `not_found`, `invalid` with the field at fault.
 */
export async function calendarReach(ctx: Ctx, id: string, terms: CalendarTerms): Promise<CalendarReach> {
  requireAllClients(ctx, 'A calendar');
  const calendar = await ctx.tx.selectFrom('sla_calendars').select('name').where('id', '=', id).executeTakeFirst();
  if (!calendar) throw notFound('calendar');
  await refuseHours(terms);
  const { rows } = await COUNTED(calendar.name).execute(ctx.tx);
  const stored = await calendarSource(
    ctx,
    rows.map((row) => row.calendar_id),
  );
  const drafted = new Map<string, Calendar>();
  const moves: Move[] = [];
  for (const row of rows) {
    const place = placeOf(terms, { ...row, timeZone: row.time_zone });
    const key = JSON.stringify(place);
    const next = drafted.get(key) ?? (await buildCalendar(terms, place, Number(ctx.now.slice(0, 4)), calendar.name));
    drafted.set(key, next);
    moves.push({ row, ...moved(clockOf(row), ctx.now, stored, next) });
  }
  const changed = moves.filter(({ before, after }) => before !== after);
  const shift = ({ before, after }: Move) => Math.abs(Date.parse(after ?? ctx.now) - Date.parse(before ?? ctx.now));
  return {
    clocks: rows.length,
    earlier: changed.filter(({ before, after }) => (after ?? NEVER) < (before ?? NEVER)).length,
    later: changed.filter(({ before, after }) => (after ?? NEVER) > (before ?? NEVER)).length,
    clients: byClient(rows),
    examples: await Promise.all(
      changed
        .sort((a, b) => shift(b) - shift(a))
        .slice(0, TOLD)
        .map(async ({ row, before, after }) => ({
          key: row.key,
          target: await targetName(ctx, row.target),
          dueAt: before,
          nextDueAt: after,
        })),
    ),
  };
}

const DRAFT = 'draft';

/** When the clock is due as it is, and as it would be from now on by other hours. */
function moved(clock: Clock, now: string, stored: (id: string) => Calendar, next: Calendar) {
  const calendars = (id: string) => (id === DRAFT ? next : stored(id));
  const then = applyClockEvent(clock, { type: 'retarget', at: now, calendarId: DRAFT }, calendars);
  return { before: clock.dueAt, after: then?.dueAt ?? null };
}

function byClient(rows: readonly Counted[]): CalendarReach['clients'] {
  const found = new Map<string, { id: string; name: string; clocks: number }>();
  for (const { client_id: id, client: name } of rows) {
    const line = found.get(id) ?? { id, name, clocks: 0 };
    found.set(id, { ...line, clocks: line.clocks + 1 });
  }
  return [...found.values()].sort((a, b) => b.clocks - a.clocks || a.name.localeCompare(b.name));
}
