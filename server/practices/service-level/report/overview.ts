import { sql } from 'kysely';
import { explainClock, explainMiss, type Miss } from '#kernel/clock.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { SlaOverview, SlaOverviewQuery } from '#shared/sla-report.ts';
import { calendarsOf, historyOf } from '../explain.ts';
import type { ClockRow } from '../rows.ts';
import { stagesOf } from '../stages.ts';
import { decidedSince } from './decided.ts';

const USUAL_DAYS = 30;
const DAY_MS = 86_400_000;
/** So many of the latest misses are asked where their time went. */
const ASKED = 200;
const CAUSES = 6;

/** The clocks decided since an instant, client by client, each by its own stretch of the index. */
const DECIDED = (from: string, client: string | undefined) => sql`
  clients c cross join lateral (
    select k.* from ticket_clocks k
    where k.client_id = c.id and ${decidedSince(from)}) k
  where (${client ?? null}::uuid is null or c.id = ${client ?? null}::uuid)`;

/**
 * How promises to clients were kept in the last days, in all, by target and by client, and where the working time went of what was
 * missed, for whoever looks over all clients; of others nothing is counted that the caller may not see.
 */
export async function slaOverview(ctx: Ctx, { days = USUAL_DAYS, clientId }: SlaOverviewQuery): Promise<SlaOverview> {
  const from = new Date(Date.parse(ctx.now) - days * DAY_MS).toISOString();
  const { rows } = await sql<{ id: string; name: string; target: string; met: number; missed: number }>`
    select c.id, c.name, k.target, count(*) filter (where k.breached_at is null)::int as met, count(k.breached_at)::int as missed
    from ${DECIDED(from, clientId)} group by c.id, c.name, k.target`.execute(ctx.tx);
  const clients = summed(rows, ({ id, name }) => ({ id, name }));
  return {
    from,
    now: ctx.now,
    days,
    met: total(rows, 'met'),
    missed: total(rows, 'missed'),
    targets: summed(rows, ({ target }) => ({ target })).sort((a, b) => a.target.localeCompare(b.target)),
    clients: clients.sort((a, b) => b.missed - a.missed || b.met - a.met || a.name.localeCompare(b.name)),
    ...(await causesOf(ctx, from, clientId)),
  };
}

type Counts = { met: number; missed: number };

const total = (rows: readonly Counts[], count: keyof Counts) => rows.reduce((sum, row) => sum + row[count], 0);

function summed<R extends Counts, K extends object>(rows: readonly R[], by: (row: R) => K): (K & Counts)[] {
  const sums = new Map<string, K & Counts>();
  for (const row of rows) {
    const key = by(row);
    const before = sums.get(JSON.stringify(key));
    sums.set(JSON.stringify(key), {
      ...key,
      met: row.met + (before?.met ?? 0),
      missed: row.missed + (before?.missed ?? 0),
    });
  }
  return [...sums.values()];
}

/** Where the working time of the latest misses went, the largest share first. */
async function causesOf(ctx: Ctx, from: string, clientId: string | undefined) {
  const { rows } = await sql<ClockRow & { breached_at: string }>`
    select k.* from ${DECIDED(from, clientId)} and k.breached_at is not null
    order by k.breached_at desc, k.ticket_id, k.target limit ${ASKED}`.execute(ctx.tx);
  const calendars = await calendarsOf(ctx, rows);
  const stages = await stagesOf(ctx, [...new Set(rows.map(({ ticket_id }) => ticket_id))]);
  const sums = new Map<string, SlaOverview['causes'][number]>();
  for (const row of rows) {
    const intervals = explainClock(historyOf(row), calendars, ctx.now)?.intervals ?? [];
    const miss = explainMiss(intervals, row.breached_at, stages.get(row.ticket_id) ?? [], calendars);
    for (const { key, cause } of placesOf(miss)) {
      const before = sums.get(key);
      sums.set(key, { ...cause, seconds: cause.seconds + (before?.seconds ?? 0), clocks: 1 + (before?.clocks ?? 0) });
    }
  }
  const causes = [...sums.values()].sort((a, b) => b.seconds - a.seconds);
  const seconds = causes.reduce((sum, cause) => sum + cause.seconds, 0);
  return { asked: rows.length, seconds, causes: causes.slice(0, CAUSES) };
}

/** The status and the team that working time went by in; who had it is nobody's business here, only whether somebody did. */
function placesOf({ contributors }: Miss) {
  const sums = new Map<
    string,
    { status: string; team: string | null; assigned: boolean; seconds: number; clocks: number }
  >();
  for (const { status, team, assignee, seconds } of contributors) {
    const cause = { status, team, assigned: assignee !== null };
    const key = JSON.stringify(cause);
    sums.set(key, { ...cause, clocks: 1, seconds: seconds + (sums.get(key)?.seconds ?? 0) });
  }
  return [...sums].map(([key, cause]) => ({ key, cause }));
}
