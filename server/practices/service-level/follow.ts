import type { Selectable } from 'kysely';
import { applyClockEvent, type ClockEvent } from '#kernel/clock.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import { calendarSource } from './calendars.ts';
import { clockOf } from './rows.ts';
import { earliestDue, promiseFor } from './start.ts';
import { clocksOf, writeClock } from './write.ts';

export type Ticket = Selectable<Tables['tickets']>;

/** Columns whose change a clock may have to follow. */
const WATCHED = ['status_category', 'hold_reason', 'first_response_at', 'priority', 'status'] as const;

/**
 * Lets a ticket's clocks follow a change of the ticket: waiting pauses, resolving stops, cancelling cancels, reopening goes on,
 * a first response stops its clock, as taking up does where nobody asked; another priority sets another target while the time
 * used up stays used up.
 * @returns the ticket's earliest due instant if it is to change, else undefined
 */
export async function followClocks(ctx: Ctx, before: Ticket, after: Ticket): Promise<string | null | undefined> {
  if (WATCHED.every((column) => before[column] === after[column])) return undefined;
  const rows = await clocksOf(ctx, after);
  if (rows.length === 0) return undefined;
  const promise = before.priority === after.priority ? null : await newPromise(ctx, after);
  const calendars = await calendarSource(ctx, [
    ...rows.map((row) => row.calendar_id),
    ...(promise ? [promise.calendarId] : []),
  ]);
  const clocks = [];
  for (const row of rows) {
    const events = eventsFor(ctx, row.target, before, after, promise);
    const clock = events.reduce((at, event) => applyClockEvent(at, event, calendars) ?? at, clockOf(row));
    if (events.length > 0) await writeClock(ctx, row, clock, events);
    clocks.push(clock);
  }
  return earliestDue(clocks);
}

type TargetPromise = Awaited<ReturnType<typeof promiseFor>>;

/** What the ticket's client is promised for it now. */
export async function newPromise(ctx: Ctx, ticket: Ticket): Promise<TargetPromise> {
  const client = await ctx.tx
    .selectFrom('clients')
    .select(['time_zone', 'country', 'region'])
    .where('id', '=', ticket.client_id)
    .executeTakeFirstOrThrow();
  return promiseFor(ctx, {
    clientId: ticket.client_id,
    kind: ticket.kind,
    priority: ticket.priority,
    place: { timeZone: client.time_zone, country: client.country, region: client.region },
  });
}

const isOver = (category: string) => category === 'resolved' || category === 'closed';

/** Whether work that opens again, or is put back, owes this target still: a first response does until somebody has answered. */
function goesOn(target: string, from: string, after: Ticket): boolean {
  const opens = isOver(from) || from === 'cancelled' || after.status_category === 'new';
  if (target === 'first_response') return opens && after.first_response_at === null;
  return target === 'resolution' && (opens || from === 'waiting');
}

/** An end that leaves whoever asked without an answer neither keeps nor misses the promise of one. */
function withoutAWord({ requester_id, first_response_at, resolution_note }: Ticket): boolean {
  return requester_id !== null && first_response_at === null && !resolution_note?.trim();
}

/** Where nobody asked, as with an alert, a first response is that a person takes the work up. */
function takenUp(ctx: Ctx, before: Ticket, after: Ticket): boolean {
  const isPerson = ctx.actor.kind === 'staff' || ctx.actor.kind === 'key';
  return (
    isPerson && after.requester_id === null && before.status_category === 'new' && after.status_category === 'open'
  );
}

/** What happened to one clock by this change, in order. */
function eventsFor(
  ctx: Ctx,
  target: string,
  before: Ticket,
  after: Ticket,
  promise: TargetPromise | null,
): ClockEvent[] {
  const happened = { at: ctx.now, by: ctx.actor.name };
  const events: ClockEvent[] = [];
  const [from, to] = [before.status_category, after.status_category];
  if (promise)
    events.push({
      ...happened,
      type: 'retarget',
      why: `priority P${before.priority} → P${after.priority}`,
      targetSeconds: promise.seconds[target as 'resolution'],
      calendarId: promise.calendarId,
      thresholds: promise.thresholds,
    });
  if (target === 'first_response' && before.first_response_at === null && after.first_response_at !== null)
    events.push({ ...happened, type: 'stop', why: 'first public reply' });
  if (target === 'first_response' && takenUp(ctx, before, after))
    events.push({ ...happened, type: 'stop', why: 'work begun; nobody waits for an answer' });
  if (from !== to) {
    if (to === 'cancelled') events.push({ ...happened, type: 'cancel', why: after.status });
    else if (isOver(to) && !isOver(from))
      events.push(
        target === 'first_response' && withoutAWord(after)
          ? { ...happened, type: 'cancel', why: `${after.status} without a word to the client` }
          : { ...happened, type: 'stop', why: after.status },
      );
    else if (to === 'waiting' && target === 'resolution')
      events.push({
        ...happened,
        type: 'pause',
        reason: after.hold_reason ?? after.status,
        why: `waits for ${after.hold_reason ?? after.status}`,
      });
    else if (!isOver(to) && goesOn(target, from, after))
      events.push({ ...happened, type: 'resume', why: after.status });
  } else if (before.status !== after.status) events.push({ ...happened, type: 'mark', why: after.status });
  return events;
}
