import { sql } from 'kysely';
import { applyClockEvent, type ClockEvent, dueThresholds } from '#kernel/clock.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { calendarSource } from './calendars.ts';
import { type ClockRow, clockOf } from './rows.ts';
import { clocksOf, writeClock } from './write.ts';

/** Clocks per transaction. */
const BATCH = 200;
const SWEEPER = systemIdentity('Service level');

type DueRow = ClockRow & { key: string; assignee_id: string | null };

/** Where a batch ended, so that one sweep comes by each clock once, whatever becomes of it. */
type Place = Pick<ClockRow, 'client_id' | 'ticket_id' | 'target'> & { at: string };

/**
 * Acts on every clock whose next threshold has come: notes it in the log and tells whoever has the ticket. Batch after batch, each
 * in a transaction of its own, until nothing is due that was due when the sweep began. The rows are locked and skipped when another
 * worker has them, and the passed threshold is written with the event, so each is acted on exactly once.
 * @param signal ends the sweep after the batch that is on; the next sweep goes on there
 * @returns how many clocks were due
 */
export async function sweepClocks(services: Services, signal?: AbortSignal): Promise<number> {
  const until = services.now();
  let count = 0;
  for (let from: Place | null | undefined = null; from !== undefined && !signal?.aborted; ) {
    const batch: DueRow[] = await withContext(services, SWEEPER, (ctx) => sweepBatch(ctx, until, from ?? null));
    count += batch.length;
    const last = batch.length === BATCH ? batch.at(-1) : undefined;
    from = last && { ...last, at: last.next_threshold_at ?? until };
  }
  return count;
}

async function sweepBatch(ctx: Ctx, until: string, from: Place | null): Promise<DueRow[]> {
  const after = from
    ? sql`and (k.next_threshold_at, k.client_id, k.ticket_id, k.target)
      > (${from.at}::timestamptz, ${from.client_id}::uuid, ${from.ticket_id}::uuid, ${from.target}::text)`
    : sql``;
  const { rows } = await sql<DueRow>`
    select k.*, t.key, t.assignee_id from ticket_clocks k join tickets t on t.client_id = k.client_id and t.id = k.ticket_id
    where k.next_threshold_at <= ${until} ${after}
    order by k.next_threshold_at, k.client_id, k.ticket_id, k.target limit ${BATCH} for update of k skip locked`.execute(
    ctx.tx,
  );
  for (const row of rows) {
    const text = await pass(ctx, row);
    if (text === null || row.assignee_id === null) continue;
    const ticket = { client_id: row.client_id, id: row.ticket_id };
    await notify(ctx, ticket, [row.assignee_id], 'service_level', `${row.key}: ${text}`);
  }
  return rows;
}

/**
 * Acts on what came due for one ticket up to an instant, each at its own time, as the sweeper would have, but tells nobody: for
 * whoever writes a history, before each thing that happened in it or at its end.
 */
export async function sweepHistory(ctx: Ctx, ticket: { client_id: string; id: string }, until: string): Promise<void> {
  for (;;) {
    const due = (await clocksOf(ctx, ticket)).filter(
      (row) => row.next_threshold_at !== null && row.next_threshold_at <= until,
    );
    const [first] = due.sort((a, b) => String(a.next_threshold_at).localeCompare(String(b.next_threshold_at)));
    if (!first?.next_threshold_at) return;
    await pass({ ...ctx, ...SWEEPER, now: first.next_threshold_at }, first);
  }
}

/** Notes the thresholds that a clock has passed by now, and answers how the highest is said; null where there is none. */
async function pass(ctx: Ctx, row: ClockRow): Promise<string | null> {
  const calendars = await calendarSource(ctx, [row.calendar_id]);
  const due = dueThresholds(clockOf(row), ctx.now, calendars);
  const events = due.map((percent): ClockEvent => ({ type: 'threshold', at: ctx.now, percent }));
  const clock = events.reduce((at, event) => applyClockEvent(at, event, calendars) ?? at, clockOf(row));
  await writeClock(ctx, row, clock, events);
  const percent = due.at(-1);
  if (percent === undefined) return null;
  const name = row.target.replace('_', ' ');
  const text = percent >= 100 ? `${name} target missed` : `${name} target at risk (${percent} % used)`;
  await appendEvent(ctx, {
    clientId: row.client_id,
    subjectType: 'ticket',
    subjectId: row.ticket_id,
    type: percent >= 100 ? 'ticket.sla_breached' : 'ticket.sla_at_risk',
    data: { text, target: row.target, percent },
  });
  return text;
}
