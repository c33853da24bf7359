import { settleClock } from '#kernel/clock.ts';
import { Fault, invalid } from '#kernel/errors.ts';
import type { Moment } from '#kernel/service-level.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { calendarSource } from './calendars.ts';
import { moveClocksBy, type Ticket } from './follow.ts';
import { promiseById } from './promise.ts';
import { type ClockRow, clockOf } from './rows.ts';
import { targetName } from './target-name.ts';
import { clocksOf } from './write.ts';

/** What somebody does to one clock of a ticket by hand, always with a reason. */
export type ByHand =
  /** Stops it from counting, whatever the ticket's status says, until it is released. */
  | { readonly type: 'held'; readonly reason: string }
  | { readonly type: 'released'; readonly reason: string }
  /** Another target for this ticket alone, in minutes of working time; null: what is promised again. */
  | { readonly type: 'overridden'; readonly minutes: number | null; readonly reason: string };

/**
 * Holds, releases or re-targets one running clock of a ticket that the caller has locked, and says so in the log.
 * Refuses a target that the ticket has no clock for, one that is over, another target for one that is missed, and what is so already.
 * @returns the ticket's earliest due instant
 */
export async function changeClock(ctx: Ctx, ticket: Ticket, target: string, act: ByHand): Promise<string | null> {
  const row = (await clocksOf(ctx, ticket)).find((clock) => clock.target === target);
  if (!row) throw invalid([{ path: 'target', message: 'is not a clock of this ticket' }]);
  if (row.stopped_at !== null) throw new Fault('conflict', 'This clock is over; what it says stays.');
  if (act.type === 'held' && row.held !== null) throw new Fault('conflict', 'Somebody holds this clock already.');
  if (act.type === 'released' && row.held === null) throw new Fault('conflict', 'Nobody holds this clock.');
  if (act.type === 'overridden' && act.minutes === null && row.override_seconds === null)
    throw new Fault('conflict', 'This clock has the target that is promised.');
  if (act.type === 'overridden' && (await isMissed(ctx, row)))
    throw new Fault('conflict', 'This clock is missed; its target stays. Say why with a justification.');
  const promise = ticket.promise_id === null ? {} : await promiseById(ctx, ticket.client_id, ticket.promise_id);
  const seconds = act.type === 'overridden' && act.minutes !== null ? act.minutes * 60 : null;
  const base = { at: ctx.now, by: ctx.actor.name, after: ticket, promise, target };
  const moment: Moment =
    act.type === 'held'
      ? { ...base, type: 'held', reason: act.reason }
      : act.type === 'released'
        ? { ...base, type: 'released' }
        : { ...base, type: 'overridden', seconds, reason: act.reason };
  const dueAt = await moveClocksBy(ctx, ticket, moment);
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: `ticket.sla_${act.type}`,
    data: {
      text: await sentenceOf(ctx, target, act),
      target,
      reason: act.reason,
      ...(act.type === 'overridden' ? { seconds } : {}),
    },
  });
  return dueAt;
}

async function isMissed(ctx: Ctx, row: ClockRow): Promise<boolean> {
  const calendars = await calendarSource(ctx, [row.calendar_id]);
  return settleClock(clockOf(row), ctx.now, calendars).state === 'breached';
}

async function sentenceOf(ctx: Ctx, target: string, act: ByHand): Promise<string> {
  const name = `the ${await targetName(ctx, target)} clock`;
  if (act.type === 'held') return `${name}: ${act.reason}`;
  if (act.type === 'released') return `${name}: ${act.reason}`;
  return act.minutes === null
    ? `${name} as promised again: ${act.reason}`
    : `${name} to ${act.minutes} min of working time: ${act.reason}`;
}
