import { CompiledQuery } from 'kysely';
import { addBusinessSeconds } from '#kernel/calendar.ts';
import { consumedAt } from '#kernel/clock.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { BoardClock, BoardQuery, SlaBoard } from '#shared/sla-board.ts';
import { COUNT_CAP } from '#shared/vocabulary.ts';
import { calendarSource } from './calendars.ts';
import { type ClockRow, clockOf } from './rows.ts';
import { targetName } from './target-name.ts';

/** Clocks of a lane that are shown. */
const SHOWN = 100;
const HOUR_MS = 3_600_000;

type Row = ClockRow & {
  key: string;
  title: string;
  priority: number;
  status: string;
  hold_until: string | null;
  client_name: string;
  code: string;
  team_id: string | null;
  team_name: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
};

/** Conditions and their values; `?` in a condition stands for the next value. */
class Where {
  readonly values: unknown[] = [];
  readonly parts: string[] = [];
  add(condition: string, ...values: unknown[]): this {
    let next = 0;
    this.parts.push(
      condition.replace(/\?/g, () => {
        this.values.push(values[next++]);
        return `$${this.values.length}`;
      }),
    );
    return this;
  }
}

/**
 * The clocks that are not over: what falls due within some hours, what is missed, and what waits. Due times know the calendar; a
 * clock that waits until an instant within that time is at risk if it would fall due within it once it goes on.
 */
export async function slaBoard(ctx: Ctx, query: BoardQuery): Promise<SlaBoard> {
  const until = new Date(Date.parse(ctx.now) + (query.hours ?? 8) * HOUR_MS).toISOString();
  const lane = (of: Where, order: string) => laneOf(ctx, narrowed(ctx, of, query), order);
  const atRisk = await lane(new Where().add('k.due_at > ? and k.due_at <= ?', ctx.now, until), 'k.due_at');
  const breached = await lane(new Where().add('k.due_at <= ?', ctx.now), 'k.due_at');
  const paused = await lane(new Where().add('k.pause_reason is not null'), 'k.changed_at');
  const waking = await lane(
    new Where().add('k.pause_reason is not null and t.hold_until is not null and t.hold_until <= ?', until),
    'k.changed_at',
  );
  const soon = (await wokenUp(ctx, waking.rows)).filter(({ dueAt }) => dueAt !== null && dueAt <= until);
  return {
    now: ctx.now,
    atRisk: {
      count: Math.min(COUNT_CAP, atRisk.count + soon.length),
      items: [...(await shown(ctx, atRisk.rows)), ...soon]
        .sort((a, b) => String(a.dueAt).localeCompare(String(b.dueAt)))
        .slice(0, SHOWN),
    },
    breached: { count: breached.count, items: await shown(ctx, breached.rows) },
    paused: { count: paused.count, items: await shown(ctx, paused.rows) },
  };
}

function narrowed(ctx: Ctx, where: Where, { clientId, teamId, target }: BoardQuery): Where {
  where.add('k.stopped_at is null');
  if (!ctx.scope.allClients) where.add('k.client_id = any (?::uuid[])', ctx.scope.clientIds);
  if (clientId) where.add('k.client_id = ?::uuid', clientId);
  if (teamId === 'none') where.add('t.team_id is null');
  else if (teamId === 'mine')
    where.add('t.team_id in (select m.team_id from team_members m where m.staff_id = ?)', ctx.scope.principalId);
  else if (teamId) where.add('t.team_id = ?::uuid', teamId);
  if (target === 'ola') where.add("k.target like 'ola:%'");
  else if (target) where.add('k.target = ?', target);
  return where;
}

async function laneOf(ctx: Ctx, { parts, values }: Where, order: string): Promise<{ count: number; rows: Row[] }> {
  const from = `from ticket_clocks k join tickets t on t.client_id = k.client_id and t.id = k.ticket_id where ${parts.join(' and ')}`;
  const ask = async <R>(text: string) => (await ctx.tx.executeQuery<R>(CompiledQuery.raw(text, values))).rows;
  const [counted] = await ask<{ n: number }>(
    `select count(*)::int as n from (select ${from} limit ${COUNT_CAP}) capped`,
  );
  const rows = await ask<Row>(`
    select k.*, t.key, t.title, t.priority, t.status, t.hold_until, c.name as client_name, c.code, t.team_id, g.name as team_name,
      t.assignee_id, a.name as assignee_name
    from (select k.client_id, k.ticket_id, k.target ${from} order by ${order}, k.client_id, k.ticket_id limit ${SHOWN}) found
    join ticket_clocks k using (client_id, ticket_id, target)
    join tickets t on t.client_id = k.client_id and t.id = k.ticket_id
    join clients c on c.id = k.client_id
    left join teams g on g.id = t.team_id
    left join staff a on a.id = t.assignee_id
    order by ${order}, k.client_id, k.ticket_id`);
  return { count: counted?.n ?? 0, rows };
}

async function shown(ctx: Ctx, rows: readonly Row[]): Promise<BoardClock[]> {
  const calendars = await calendarSource(
    ctx,
    rows.map(({ calendar_id }) => calendar_id),
  );
  return Promise.all(
    rows.map(async (row) => ({
      ticketId: row.ticket_id,
      ...{ key: row.key, title: row.title, priority: row.priority, status: row.status },
      client: { id: row.client_id, name: row.client_name, code: row.code },
      team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? '' },
      assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' },
      target: row.target,
      name: await targetName(ctx, row.target),
      state:
        row.pause_reason !== null ? 'paused' : row.due_at !== null && row.due_at <= ctx.now ? 'breached' : 'running',
      targetSeconds: row.target_seconds,
      consumedSeconds: consumedAt(clockOf(row), ctx.now, calendars),
      runningSince: row.running_since,
      dueAt: row.due_at,
      breachedAt: row.breached_at,
      pauseReason: row.held ?? row.pause_reason,
      holdUntil: row.hold_until,
    })),
  );
}

/** Clocks that wait until an instant, with when they would fall due if they went on then. */
async function wokenUp(ctx: Ctx, rows: readonly Row[]): Promise<BoardClock[]> {
  const calendars = await calendarSource(
    ctx,
    rows.map(({ calendar_id }) => calendar_id),
  );
  const clocks = await shown(ctx, rows);
  return clocks.map((clock, i) => {
    const row = rows[i] as Row;
    const left = Math.max(0, row.target_seconds - row.consumed_seconds);
    const from = Math.max(Date.parse(row.hold_until ?? ctx.now), Date.parse(ctx.now));
    const due = addBusinessSeconds(calendars(row.calendar_id), from, left);
    return { ...clock, dueAt: due === null ? null : new Date(due).toISOString() };
  });
}
