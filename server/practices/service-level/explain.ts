import { sql } from 'kysely';
import {
  type CalendarSource,
  type ClockEvent,
  consumedAt,
  explainClock,
  explainMiss,
  type LedgerInterval,
  missedRound,
  thresholdMarks,
} from '#kernel/clock.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { ClockView } from '#shared/service-level.ts';
import { calendarSource } from './calendars.ts';
import { closedAround } from './closed.ts';
import { heldBy, targetBy } from './done-by-hand.ts';
import { justificationsOf } from './justify.ts';
import { promiseById } from './promise.ts';
import { type ClockRow, clockOf } from './rows.ts';
import { stagesOf } from './stages.ts';
import { targetName } from './target-name.ts';

/** Every clock of a ticket with its reason: each stretch that ran or waited, and the arithmetic to the second. */
export async function explainTicket(ctx: Ctx, clientId: string, ticketId: string): Promise<ClockView[]> {
  const { rows } = await sql<ClockRow & { promise_id: string | null }>`
    select k.*, t.promise_id from ticket_clocks k join tickets t on t.client_id = k.client_id and t.id = k.ticket_id
    where k.client_id = ${clientId} and k.ticket_id = ${ticketId} order by k.target`.execute(ctx.tx);
  const calendars = await calendarsOf(ctx, rows);
  const names = await Promise.all(rows.map(({ target }) => targetName(ctx, target)));
  const explained = rows.map((row, index) =>
    explainClock(historyOf(row), calendars, ctx.now, {
      name: names[index] ?? row.target,
      own: row.override_seconds !== null,
    }),
  );
  const isMissed = explained.some((explanation) => explanation?.clock.breachedAt);
  const stages = isMissed ? ((await stagesOf(ctx, [ticketId])).get(ticketId) ?? []) : [];
  const said = isMissed ? await justificationsOf(ctx, clientId, [ticketId]) : () => null;
  const promiseId = rows[0]?.promise_id ?? null;
  const promise = promiseId === null ? {} : await promiseById(ctx, clientId, promiseId);
  return rows.map((row, index) => {
    const explanation = explained[index];
    const clock = explanation?.clock ?? clockOf(row);
    const intervals = explanation?.intervals ?? [];
    const promised = promise[row.target];
    const { breachedAt } = clock;
    const ownTarget = row.override_seconds === null ? null : targetBy(historyOf(row), promised?.seconds ?? null);
    return {
      target: row.target,
      name: names[index] ?? row.target,
      held: clock.stoppedAt === null ? row.held : null,
      overridden: row.override_seconds !== null,
      hold: row.held === null || clock.stoppedAt !== null ? null : heldBy(historyOf(row), row.held),
      ownTarget,
      // A clock that is over says what it was promised when it ended, which may be by another policy.
      policyId: promised?.source === row.source ? (promised.policyId ?? null) : null,
      state: clock.state,
      startedAt: clock.startedAt,
      targetSeconds: clock.targetSeconds,
      consumedSeconds: consumedAt(clock, clock.stoppedAt ?? ctx.now, calendars),
      dueAt: clock.dueAt,
      breachedAt,
      stoppedAt: clock.stoppedAt,
      pauseReason: clock.pauseReason,
      source: ownTarget ? ownSource(ownTarget.by, row.source) : row.source,
      timeZone: calendars(clock.calendarId).timeZone,
      sentence: explanation?.sentence ?? '',
      missedRound: breachedAt === null ? null : (missedRound(intervals, breachedAt) ?? null),
      miss: breachedAt === null ? null : explainMiss(intervals, breachedAt, stages, calendars),
      justification: said(ticketId, row.target),
      thresholds: thresholdMarks(clock, intervals, calendars, historyOf(row)),
      closed: closedAround(clock, intervals, calendars),
      intervals: intervals.map(viewOf),
    };
  });
}

/** Where a target comes from that somebody set for one ticket, and what stands behind it. */
const ownSource = (by: string | null, promised: string) =>
  `a target set for this ticket${by ? ` by ${by}` : ''}, instead of ${promised}`;

/** The calendars that clocks count or ever counted by. */
export function calendarsOf(ctx: Ctx, rows: readonly ClockRow[]): Promise<CalendarSource> {
  const named = rows
    .flatMap(historyOf)
    .flatMap((event) => ('calendarId' in event && event.calendarId ? [event.calendarId] : []));
  return calendarSource(ctx, [...rows.map((row) => row.calendar_id), ...named]);
}

/** All that ever happened to a clock. */
export const historyOf = (row: ClockRow): ClockEvent[] => row.history as unknown as ClockEvent[];

const viewOf = ({ from, to, kind, round, seconds, causes, by, why, since, closedDays }: LedgerInterval) => ({
  from,
  to,
  kind,
  round,
  seconds,
  causes: [...causes],
  by,
  why,
  since,
  closedDays: [...closedDays],
});
