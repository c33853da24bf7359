import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { SlaReport, SlaReportQuery } from '#shared/sla-report.ts';
import { calendarSource } from '../calendars.ts';
import { targetName } from '../target-name.ts';
import { decidedIn } from './decided.ts';
import { type Period, periodOf } from './period.ts';

/** Different promises told; beyond it the table would be read by nobody. */
const MOST_PROMISED = 100;

/**
 * How a client's promises were kept between two days by its own clock, and what was promised. Each counts in the period in which
 * it was decided. Reads nothing but what a reader of this client may see.
 */
export async function slaReport(ctx: Ctx, clientId: string, query: SlaReportQuery): Promise<SlaReport> {
  const period = await periodOf(ctx, clientId, query);
  return {
    ...period,
    from: query.from,
    to: query.to,
    now: ctx.now,
    targets: await countsOf(ctx, period),
    promised: await promisedIn(ctx, period),
  };
}

/** Of each target, how many were met and missed in a period. */
export type Kept = {
  fromAt: string;
  untilAt: string;
  targets: { target: string; met: number; missed: number }[];
};

/** The least of such a report: how many promises were kept. It asks the clocks alone, which takes a fraction of the time. */
export async function keptIn(ctx: Ctx, clientId: string, query: SlaReportQuery): Promise<Kept> {
  const period = await periodOf(ctx, clientId, query);
  const { rows } = await sql<Kept['targets'][number]>`
    select k.target, count(*) filter (where k.breached_at is null)::int as met, count(k.breached_at)::int as missed
    from ticket_clocks k where ${decidedIn(period)} group by k.target order by k.target`.execute(ctx.tx);
  return { fromAt: period.fromAt, untilAt: period.untilAt, targets: rows };
}

type Counted = { target: string; priority: number; met: number; missed: number; by_hand: number };

async function countsOf(ctx: Ctx, period: Period): Promise<SlaReport['targets']> {
  const { rows } = await sql<Counted>`
    select k.target, t.priority, count(*) filter (where k.breached_at is null)::int as met,
      count(k.breached_at)::int as missed, count(k.override_seconds)::int as by_hand
    from ticket_clocks k join tickets t on t.client_id = k.client_id and t.id = k.ticket_id
    where ${decidedIn(period)} group by k.target, t.priority order by k.target, t.priority`.execute(ctx.tx);
  const targets = [...new Set(rows.map(({ target }) => target))];
  return Promise.all(
    targets.map(async (target) => {
      const mine = rows.filter((row) => row.target === target);
      const sum = (count: 'met' | 'missed' | 'by_hand') => mine.reduce((total, row) => total + row[count], 0);
      return {
        target,
        name: await targetName(ctx, target),
        met: sum('met'),
        missed: sum('missed'),
        byHand: sum('by_hand'),
        byPriority: mine.map(({ priority, met, missed }) => ({ priority, met, missed })),
      };
    }),
  );
}

type Promised = { target: string; source: string; seconds: number; calendar_id: string; tickets: number };

async function promisedIn(ctx: Ctx, period: Period): Promise<SlaReport['promised']> {
  const { rows } = await sql<Promised>`
    select k.target, k.source, k.target_seconds as seconds, k.calendar_id, count(*)::int as tickets
    from ticket_clocks k where ${decidedIn(period)} and k.override_seconds is null
    group by k.target, k.source, k.target_seconds, k.calendar_id
    order by k.target, k.target_seconds, k.source limit ${MOST_PROMISED}`.execute(ctx.tx);
  const calendars = await calendarSource(
    ctx,
    rows.map(({ calendar_id }) => calendar_id),
  );
  return Promise.all(
    rows.map(async ({ target, source, seconds, calendar_id, tickets }) => {
      const { timeZone, alwaysOpen, hours } = calendars(calendar_id);
      return {
        ...{ target, source, seconds, tickets },
        name: await targetName(ctx, target),
        hours: { timeZone, alwaysOpen, hours: hours.map(({ weekday, from, to }) => ({ weekday, from, to })) },
      };
    }),
  );
}
