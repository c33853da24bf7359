import { sql } from 'kysely';
import { applyClockEvent, type ClockEvent, dueThresholds } from '#kernel/clock.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { calendarSource } from './calendars.ts';
import { type ClockRow, clockOf, columnsOf, WRITE_COLUMNS } from './rows.ts';

const BATCH = 200;
const SWEEPER = systemIdentity('Service level');
const UPDATE = `update ticket_clocks set ${WRITE_COLUMNS.map((column, index) => `${column} = $${index + 4}`).join(', ')} where client_id = $1 and ticket_id = $2 and target = $3`;

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
    await pass(ctx, rows);
    return rows.length;
  });
}

const DUE_OF_TICKET = `
select k.*, t.key, t.assignee_id from ticket_clocks k join tickets t on t.client_id = k.client_id and t.id = k.ticket_id
where k.client_id = $1 and k.ticket_id = $2 and k.next_threshold_at <= $3 order by k.next_threshold_at limit 1 for update of k`;

/**
 * Acts on what came due for one ticket up to an instant, each at its own time, as the sweeper would have: for whoever writes a
 * history, before each thing that happened in it and at its end.
 */
export async function sweepHistory(ctx: Ctx, ticket: { client_id: string; id: string }, until: string): Promise<void> {
  for (;;) {
    const [row] = await ctx.hot<DueRow>('clock_due_of_ticket', DUE_OF_TICKET, [ticket.client_id, ticket.id, until]);
    if (!row?.next_threshold_at) return;
    await pass({ ...ctx, ...SWEEPER, now: row.next_threshold_at }, [row]);
  }
}

async function pass(ctx: Ctx, rows: readonly DueRow[]): Promise<void> {
  const calendars = await calendarSource(
    ctx,
    rows.map((row) => row.calendar_id),
  );
  for (const row of rows) {
    const due = dueThresholds(clockOf(row), ctx.now, calendars);
    const events = due.map((percent): ClockEvent => ({ type: 'threshold', at: ctx.now, percent }));
    const clock = events.reduce((at, event) => applyClockEvent(at, event, calendars) ?? at, clockOf(row));
    await ctx.hot('clock_update', UPDATE, [
      row.client_id,
      row.ticket_id,
      row.target,
      ...columnsOf(clock, [...(row.history as unknown as ClockEvent[]), ...events]),
    ]);
    const percent = due.at(-1);
    if (percent === undefined) continue;
    const name = row.target.replace('_', ' ');
    const text = percent >= 100 ? `${name} target missed` : `${name} target at risk (${percent} % used)`;
    await appendEvent(ctx, {
      clientId: row.client_id,
      subjectType: 'ticket',
      subjectId: row.ticket_id,
      type: percent >= 100 ? 'ticket.sla_breached' : 'ticket.sla_at_risk',
      data: { text, target: row.target, percent },
    });
    if (row.assignee_id)
      await notify(
        ctx,
        { client_id: row.client_id, id: row.ticket_id },
        [row.assignee_id],
        'service_level',
        `${row.key}: ${text}`,
      );
  }
}
