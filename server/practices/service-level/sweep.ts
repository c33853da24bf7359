import { sql } from 'kysely';
import { applyClockEvent, type ClockEvent, dueThresholds } from '#kernel/clock.ts';
import type { Threshold } from '#kernel/service-level.ts';
import { BUILT_IN_TERMS } from '#kernel/service-level.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { calendarSource } from './calendars.ts';
import { promiseById } from './promise.ts';
import { type ClockRow, slotOf } from './rows.ts';
import { targetName } from './target-name.ts';
import { clocksOf, writeClock } from './write.ts';

/** Clocks per transaction: whoever works on one of their tickets waits that long at most. */
const BATCH = 100;
const SWEEPER = systemIdentity('Service level');

type DueRow = ClockRow & Pick<Passed['ticket'], 'key' | 'assignee_id' | 'team_id'> & { promise_id: string | null };

/** A clock that has passed thresholds, and what is to be done about each. */
export type Passed = {
  readonly ticket: { client_id: string; id: string; key: string; assignee_id: string | null; team_id: string | null };
  readonly target: string;
  /** In words, for example `first response`. */
  readonly name: string;
  /** What happened, in words: of the highest where several came due at once. */
  readonly text: string;
  /** Those passed now, in order. */
  readonly thresholds: readonly Threshold[];
};

/** What is done where thresholds are passed, in the transaction that notes them. It must not throw for one ticket's sake. */
export type Act = (ctx: Ctx, passed: Passed) => Promise<void>;

/** Where a batch ended, so that one sweep comes by each clock once, whatever becomes of it. */
type Place = Pick<ClockRow, 'client_id' | 'ticket_id' | 'target'> & { at: string };

/**
 * Acts on every clock whose next threshold has come: notes it in the log and does what its policy says. Batch after batch, each in
 * a transaction of its own, until nothing is due that was due when the sweep began. The ticket is locked with its clock, as
 * whoever changes it does, and both are skipped when somebody has them; the passed threshold is written with what is done about
 * it, so each is acted on exactly once.
 * @param signal ends the sweep after the batch that is on; the next sweep goes on there
 * @returns how many clocks were due
 */
export async function sweepClocks(services: Services, act: Act, signal?: AbortSignal): Promise<number> {
  const until = services.now();
  let count = 0;
  for (let from: Place | null | undefined = null; from !== undefined && !signal?.aborted; ) {
    const batch: DueRow[] = await withContext(services, SWEEPER, (ctx) => sweepBatch(ctx, act, until, from ?? null));
    count += batch.length;
    const last = batch.length === BATCH ? batch.at(-1) : undefined;
    from = last && { ...last, at: last.next_threshold_at ?? until };
  }
  return count;
}

const DUE = sql.raw(
  'k.*, t.key, t.assignee_id, t.team_id, t.promise_id from ticket_clocks k join tickets t on t.client_id = k.client_id and t.id = k.ticket_id',
);

/** A clock of the batch as it is by now; null where nothing of it is due any more. */
async function dueAnew(ctx: Ctx, { client_id, ticket_id, target }: DueRow): Promise<DueRow | null> {
  const { rows } = await sql<DueRow>`
    select ${DUE}
    where k.client_id = ${client_id} and k.ticket_id = ${ticket_id} and k.target = ${target} and k.next_threshold_at <= ${ctx.now}`.execute(
    ctx.tx,
  );
  return rows[0] ?? null;
}

async function sweepBatch(ctx: Ctx, act: Act, until: string, from: Place | null): Promise<DueRow[]> {
  const after = from
    ? sql`and (k.next_threshold_at, k.client_id, k.ticket_id, k.target)
      > (${from.at}::timestamptz, ${from.client_id}::uuid, ${from.ticket_id}::uuid, ${from.target}::text)`
    : sql``;
  const { rows } = await sql<DueRow>`
    select ${DUE}
    where k.next_threshold_at <= ${until} ${after}
    order by k.next_threshold_at, k.client_id, k.ticket_id, k.target limit ${BATCH}
    for no key update of t skip locked for update of k skip locked`.execute(ctx.tx);
  let acted = false;
  for (const found of rows) {
    // What was done about a clock before may have changed this one's ticket, and with it the clock.
    const due = acted ? await dueAnew(ctx, found) : found;
    if (due === null) continue;
    const { key, assignee_id, team_id, promise_id, ...row } = due;
    const passed = await pass(ctx, row as ClockRow);
    if (passed === null) continue;
    acted = true;
    const promise = promise_id === null ? null : await promiseById(ctx, row.client_id, promise_id);
    const thresholds = promise ? (promise[row.target]?.thresholds ?? []) : (BUILT_IN_TERMS.thresholds ?? []);
    await act(ctx, {
      ticket: { client_id: row.client_id, id: row.ticket_id, key, assignee_id, team_id },
      target: row.target,
      name: passed.name,
      text: passed.text,
      thresholds: thresholds.filter(({ percent }) => passed.percents.includes(percent)),
    });
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

type Noted = { readonly percents: readonly number[]; readonly name: string; readonly text: string };

/** Notes the thresholds that a clock has passed by now, and answers how the highest is said; null where there is none. */
async function pass(ctx: Ctx, row: ClockRow): Promise<Noted | null> {
  const calendars = await calendarSource(ctx, [row.calendar_id]);
  const slot = slotOf(row);
  const percents = dueThresholds(slot.clock, ctx.now, calendars);
  const events = percents.map((percent): ClockEvent => ({ type: 'threshold', at: ctx.now, percent }));
  const clock = events.reduce((at, event) => applyClockEvent(at, event, calendars) ?? at, slot.clock);
  await writeClock(ctx, row, { target: row.target, slot: { ...slot, clock }, events }, {});
  const percent = percents.at(-1);
  if (percent === undefined) return null;
  const name = await targetName(ctx, row.target);
  const text = wordsFor(name, percent);
  await appendEvent(ctx, {
    clientId: row.client_id,
    subjectType: 'ticket',
    subjectId: row.ticket_id,
    type: percent >= 100 ? 'ticket.sla_breached' : 'ticket.sla_at_risk',
    data: { text, target: row.target, percent },
  });
  return { percents, name, text };
}

function wordsFor(name: string, percent: number): string {
  if (percent < 100) return `${name} target at risk (${percent} % used)`;
  return percent === 100 ? `${name} target missed` : `${name} target missed (${percent} % used)`;
}
