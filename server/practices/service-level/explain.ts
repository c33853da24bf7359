import { sql } from 'kysely';
import { type ClockEvent, consumedAt, explainClock } from '#kernel/clock.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { ClockView } from '#shared/service-level.ts';
import { calendarSource } from './calendars.ts';
import { type ClockRow, clockOf } from './rows.ts';
import { targetName } from './target-name.ts';

/** Every clock of a ticket with its reason: each stretch that ran or waited, and the arithmetic to the second. */
export async function explainTicket(ctx: Ctx, clientId: string, ticketId: string): Promise<ClockView[]> {
  const { rows } =
    await sql<ClockRow>`select * from ticket_clocks where client_id = ${clientId} and ticket_id = ${ticketId} order by target`.execute(
      ctx.tx,
    );
  const histories = rows.map((row) => row.history as unknown as ClockEvent[]);
  const named = histories
    .flat()
    .flatMap((event) => ('calendarId' in event && event.calendarId ? [event.calendarId] : []));
  const calendars = await calendarSource(ctx, [...rows.map((row) => row.calendar_id), ...named]);
  const names = await Promise.all(rows.map(({ target }) => targetName(ctx, target)));
  return rows.map((row, index) => {
    const explanation = explainClock(histories[index] ?? [], calendars, ctx.now);
    const clock = explanation?.clock ?? clockOf(row);
    return {
      target: row.target,
      name: names[index] ?? row.target,
      held: row.held,
      overridden: row.override_seconds !== null,
      state: clock.state,
      targetSeconds: clock.targetSeconds,
      consumedSeconds: consumedAt(clock, clock.stoppedAt ?? ctx.now, calendars),
      dueAt: clock.dueAt,
      breachedAt: clock.breachedAt,
      stoppedAt: clock.stoppedAt,
      pauseReason: clock.pauseReason,
      source: row.source,
      timeZone: calendars(clock.calendarId).timeZone,
      sentence: explanation?.sentence ?? '',
      intervals: (explanation?.intervals ?? []).map(({ from, to, kind, seconds, by, why, closedDays }) => ({
        from,
        to,
        kind,
        seconds,
        by,
        why,
        closedDays: [...closedDays],
      })),
    };
  });
}
