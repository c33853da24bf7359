import { sql } from 'kysely';
import { explainClock, explainMiss } from '#kernel/clock.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { MissedPromise, MissedQuery } from '#shared/sla-report.ts';
import { calendarsOf, historyOf } from '../explain.ts';
import { justificationsOf } from '../justify.ts';
import type { ClockRow } from '../rows.ts';
import { stagesOf } from '../stages.ts';
import { targetName } from '../target-name.ts';
import { DECIDED_AT, decidedIn } from './decided.ts';
import { periodOf } from './period.ts';

const USUAL = 50;
type Row = ClockRow & { breached_at: string; key: string; title: string; priority: number };

/** The promises that a client was given and that were missed in a period, the latest first, each with why. */
export async function missedPromises(
  ctx: Ctx,
  clientId: string,
  query: MissedQuery,
): Promise<{ items: MissedPromise[]; nextCursor: string | null }> {
  const period = await periodOf(ctx, clientId, query);
  const limit = query.limit ?? USUAL;
  const [at, id, target] = decodeCursor(query.cursor, ['instant', 'id', 'text']) ?? [null, null, null];
  const { rows } = await sql<Row>`
    select k.*, t.key, t.title, t.priority
    from ticket_clocks k join tickets t on t.client_id = k.client_id and t.id = k.ticket_id
    where ${decidedIn(period)} and k.breached_at is not null
      and (${at}::timestamptz is null
        or (${DECIDED_AT}, k.ticket_id, k.target) < (${at}::timestamptz, ${id}::uuid, ${target}::text))
    order by ${DECIDED_AT} desc, k.ticket_id desc, k.target desc limit ${limit + 1}`.execute(ctx.tx);
  const page = pageOf(rows, limit, (row) => [row.breached_at, row.ticket_id, row.target]);
  return { items: await explained(ctx, clientId, page.items), nextCursor: page.nextCursor };
}

async function explained(ctx: Ctx, clientId: string, rows: readonly Row[]): Promise<MissedPromise[]> {
  const ids = [...new Set(rows.map(({ ticket_id }) => ticket_id))];
  const calendars = await calendarsOf(ctx, rows);
  const stages = await stagesOf(ctx, ids);
  const said = await justificationsOf(ctx, clientId, ids);
  return Promise.all(
    rows.map(async (row) => {
      const intervals = explainClock(historyOf(row), calendars, ctx.now)?.intervals ?? [];
      return {
        ...{ ticketId: row.ticket_id, key: row.key, title: row.title, priority: row.priority },
        target: row.target,
        name: await targetName(ctx, row.target),
        missedAt: row.breached_at,
        doneAt: row.stopped_at,
        byHand: row.override_seconds !== null,
        miss: explainMiss(intervals, row.breached_at, stages.get(row.ticket_id) ?? [], calendars),
        justification: said(row.ticket_id, row.target),
      };
    }),
  );
}
