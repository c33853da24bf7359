import { sql } from 'kysely';
import { applyClockEvent, type ClockEvent, dueThresholds } from '#kernel/clock.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { calendarSource } from './calendars.ts';
import { type ClockRow, clockOf } from './rows.ts';
import { clocksOf, writeClock } from './write.ts';

const BATCH = 200;
const SWEEPER = systemIdentity('Service level');

type DueRow = ClockRow & { key: string; assignee_id: string | null };

/**
 * Acts on the clocks whose next threshold has come: notes it in the log and tells whoever has the ticket. The rows are locked and
 * skipped when another worker has them, and the passed threshold is written with the event, so each is acted on exactly once.
 * @returns how many clocks were due
 */
export function sweepClocks(services: Services): Promise<number> {
  return withContext(services, SWEEPER, async (ctx) => {
    const { rows } = await sql<DueRow>`
      select k.*, t.key, t.assignee_id from ticket_clocks k join tickets t on t.client_id = k.client_id and t.id = k.ticket_id
      where k.next_threshold_at <= ${ctx.now} order by k.next_threshold_at limit ${BATCH} for update of k skip locked`.execute(
      ctx.tx,
    );
    for (const row of rows) {
      const text = await pass(ctx, row);
      if (text === null || row.assignee_id === null) continue;
      const ticket = { client_id: row.client_id, id: row.ticket_id };
      await notify(ctx, ticket, [row.assignee_id], 'service_level', `${row.key}: ${text}`);
    }
    return rows.length;
  });
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
