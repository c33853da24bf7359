import { applyClockEvent, type ClockEvent } from '#kernel/clock.ts';
import type { Ctx } from '#platform/context/index.ts';
import { calendarSource } from './calendars.ts';
import { newPromise, type Ticket } from './follow.ts';
import { type ClockRow, clockOf, columnsOf, WRITE_COLUMNS } from './rows.ts';
import { earliestDue } from './start.ts';

const UPDATE = `update ticket_clocks set source = $4, ${WRITE_COLUMNS.map((column, index) => `${column} = $${index + 5}`).join(', ')} where client_id = $1 and ticket_id = $2 and target = $3`;

/**
 * Gives the clocks of a ticket that has just moved to another client the promise of that client; the time used up stays used up,
 * and a finished clock keeps its verdict. Nothing in them names the client they come from any more.
 * @returns the ticket's earliest due instant
 */
export async function moveClocks(ctx: Ctx, ticket: Ticket): Promise<string | null> {
  const rows = await ctx.hot<ClockRow>(
    'clocks_lock',
    'select * from ticket_clocks where client_id = $1 and ticket_id = $2 order by target for update',
    [ticket.client_id, ticket.id],
  );
  if (rows.length === 0) return null;
  const promise = await newPromise(ctx, ticket);
  const calendars = await calendarSource(ctx, [promise.calendarId, ...rows.map((row) => row.calendar_id)]);
  const clocks = [];
  for (const row of rows) {
    const event: ClockEvent = {
      type: 'retarget',
      at: ctx.now,
      by: ctx.actor.name,
      why: 'moved from another client',
      targetSeconds: promise.seconds[row.target as 'resolution'] ?? row.target_seconds,
      calendarId: promise.calendarId,
      thresholds: promise.thresholds,
    };
    const clock = applyClockEvent(clockOf(row), event, calendars) ?? clockOf(row);
    await ctx.hot('clock_move', UPDATE, [
      row.client_id,
      row.ticket_id,
      row.target,
      row.stopped_at === null ? promise.source : 'what was promised before it moved here',
      ...columnsOf(clock, [...(row.history as unknown as ClockEvent[]), event]),
    ]);
    clocks.push(clock);
  }
  return earliestDue(clocks);
}
