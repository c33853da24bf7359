import type { ClockEvent } from '../clock/types.ts';
import type { Moment, Reaction, Slot } from './moment.ts';
import { begins, isOver, waits } from './natures.ts';
import type { Asking } from './rules.ts';
import { became } from './rules.ts';
import type { TargetPromise, TicketFacts } from './types.ts';

type Changed = Moment & { type: 'changed' };

/** What a moment does to one target of a ticket: to its clock, or to none yet. Null: nothing. */
export function react(target: string, slot: Slot | null, moment: Moment, asking: Asking): Reaction | null {
  const promise = moment.promise[target];
  if (slot === null) return promise ? started(target, promise, moment, asking) : null;
  const same = { held: slot.held, override: slot.override };
  const happened = { at: moment.at, by: moment.by };
  switch (moment.type) {
    case 'created':
      return null;
    case 'changed':
      return changed(target, slot, moment, asking);
    case 'held':
      if (moment.target !== target || slot.held !== null || slot.clock.stoppedAt !== null) return null;
      return {
        ...same,
        held: moment.reason,
        events: [{ ...happened, type: 'pause', reason: 'held', why: `held: ${moment.reason}` }],
      };
    case 'released': {
      if (moment.target !== target || slot.held === null) return null;
      const reason = promise ? waits(target, promise.rules, moment.after, asking) : null;
      const event: ClockEvent = reason
        ? { ...happened, type: 'pause', reason, why: `waits for ${reason}` }
        : { ...happened, type: 'resume', why: 'no longer held' };
      return { ...same, held: null, events: [event] };
    }
    case 'overridden': {
      if (moment.target !== target) return null;
      const seconds = moment.seconds ?? promise?.seconds ?? slot.clock.targetSeconds;
      const why = moment.seconds === null ? `as promised again: ${moment.reason}` : `set by hand: ${moment.reason}`;
      return {
        ...same,
        override: moment.seconds,
        events: [{ ...happened, type: 'retarget', why, targetSeconds: seconds }],
      };
    }
    case 'passed':
      if (moment.target !== target) return null;
      return { ...same, events: moment.percents.map((percent) => ({ at: moment.at, type: 'threshold', percent })) };
  }
}

function started(target: string, promise: TargetPromise, moment: Moment, asking: Asking): Reaction | null {
  if (moment.type !== 'created' && moment.type !== 'changed') return null;
  const { after, at, by } = moment;
  if (!begins(target, promise.rules, after, asking)) return null;
  // A clock that was not there when the ticket was over does not come to life by something else that changes then.
  if (moment.type === 'changed' && (isOver(after.status_category) || after.status_category === 'cancelled'))
    return null;
  const start: ClockEvent = {
    at,
    by,
    type: 'start',
    why: moment.type === 'created' ? 'created' : beginning(target),
    target,
    targetSeconds: promise.seconds,
    calendarId: promise.calendarId,
    thresholds: promise.thresholds.map(({ percent }) => percent),
  };
  const reason = waits(target, promise.rules, after, asking);
  const pause: ClockEvent[] = reason === null ? [] : [{ at, by, type: 'pause', reason, why: `waits for ${reason}` }];
  return { held: null, override: null, events: [start, ...pause] };
}

const beginning = (target: string): string =>
  target.startsWith('ola:')
    ? 'came to the team'
    : target === 'next_update'
      ? 'answered; the next news is owed from here'
      : target === 'vendor'
        ? 'given to the vendor'
        : 'what starts it came true';

function changed(target: string, slot: Slot, moment: Changed, asking: Asking): Reaction | null {
  const { before, after } = moment;
  const happened = { at: moment.at, by: moment.by };
  const promise = moment.promise[target];
  const over = slot.clock.stoppedAt !== null;
  const events: ClockEvent[] = [];
  const owed = promise && retargeted(slot, promise);
  if (owed && !over) events.push({ ...happened, type: 'retarget', why: whyRetargeted(moment), ...owed });
  if (!promise && !over) events.push({ ...happened, type: 'cancel', why: 'promised no longer' });
  if (promise) {
    const end = ended(target, promise, moment, asking);
    if (end) events.push({ ...happened, ...end });
    else if (isReset(target, promise, over, moment, asking))
      events.push({
        ...happened,
        type: 'reset',
        why: target === 'vendor' ? 'given to the vendor again' : 'a new round',
      });
    const runs = end ? null : running(target, promise, slot, moment, asking);
    if (runs) events.push({ ...happened, ...runs });
    if (runs?.type === 'resume' && over) events.push(...goingOn(target, promise, owed, moment, asking));
    if (!end && !runs && before.status !== after.status) events.push({ ...happened, type: 'mark', why: after.status });
  }
  const ends = events.some(({ type }) => type === 'stop' || type === 'cancel');
  return events.length === 0 ? null : { events, held: ends ? null : slot.held, override: slot.override };
}

/** What else holds for a clock that is owed again: what was promised otherwise while it was over, and why it waits at once. */
function goingOn(
  target: string,
  promise: TargetPromise,
  owed: ReturnType<typeof retargeted>,
  moment: Changed,
  asking: Asking,
): ClockEvent[] {
  const happened = { at: moment.at, by: moment.by };
  const reason = waits(target, promise.rules, moment.after, asking);
  return [
    ...(owed ? [{ ...happened, type: 'retarget' as const, why: whyRetargeted(moment), ...owed }] : []),
    ...(reason === null ? [] : [{ ...happened, type: 'pause' as const, reason, why: `waits for ${reason}` }]),
  ];
}

/** What a clock's event of another promise says, or undefined where it is the same. */
function retargeted({ clock, override }: Slot, promise: TargetPromise) {
  const seconds = override ?? promise.seconds;
  const thresholds = promise.thresholds.map(({ percent }) => percent);
  const same =
    clock.targetSeconds === seconds &&
    clock.calendarId === promise.calendarId &&
    [...new Set([...thresholds, 100])].sort((a, b) => a - b).join() === clock.thresholds.join();
  return same ? undefined : { targetSeconds: seconds, calendarId: promise.calendarId, thresholds };
}

function whyRetargeted({ before, after, why }: Changed): string {
  if (why) return why;
  return before.priority === after.priority
    ? 'another promise holds'
    : `priority P${before.priority} → P${after.priority}`;
}

/** An end that leaves whoever asked without an answer neither keeps nor misses the promise of one. */
function withoutAWord({ requester_id, first_response_at, resolution_note }: TicketFacts): boolean {
  return requester_id !== null && first_response_at === null && !resolution_note?.trim();
}

type Act = { type: 'stop' | 'cancel' | 'resume'; why: string } | { type: 'pause'; reason: string; why: string };

/** How the clock ends by this change, if it does. */
function ended(target: string, { rules }: TargetPromise, moment: Changed, asking: Asking): Act | null {
  const { before, after, person } = moment;
  const [from, to] = [before.status_category, after.status_category];
  if (became(rules, 'cancel', before, after, asking)) return { type: 'cancel', why: 'what cancels it came true' };
  if (became(rules, 'stop', before, after, asking)) return { type: 'stop', why: 'what ends it came true' };
  if (target === 'first_response' && rules.stop === null) {
    if (before.first_response_at === null && after.first_response_at !== null)
      return { type: 'stop', why: 'first public reply' };
    // Where nobody asked, as with an alert, a first response is that a person takes the work up.
    if (person && after.requester_id === null && from === 'new' && to === 'open')
      return { type: 'stop', why: 'work begun; nobody waits for an answer' };
  }
  if (from === to) return leftVendor(target, before, after);
  if (to === 'cancelled') return { type: 'cancel', why: after.status };
  if (isOver(to) && !isOver(from))
    return target === 'first_response' && withoutAWord(after)
      ? { type: 'cancel', why: `${after.status} without a word to the client` }
      : { type: 'stop', why: after.status };
  return leftVendor(target, before, after);
}

const withVendor = (facts: TicketFacts): boolean =>
  facts.status_category === 'waiting' && facts.hold_reason === 'vendor';

/** A vendor's part ends when the ticket waits for it no longer. */
const leftVendor = (target: string, before: TicketFacts, after: TicketFacts): Act | null =>
  target === 'vendor' && withVendor(before) && !withVendor(after) ? { type: 'stop', why: 'the vendor is done' } : null;

/** Whether a new round begins: by each answer for the next update, by each new wait for the vendor, or as a rule says. */
function isReset(target: string, { rules }: TargetPromise, over: boolean, moment: Changed, asking: Asking): boolean {
  const { before, after, answers } = moment;
  if (target === 'vendor' && rules.reset === null) return over && !withVendor(before) && withVendor(after);
  if (over) return false;
  return rules.reset === null ? target === 'next_update' && answers : became(rules, 'reset', before, after, asking);
}

/** Whether the clock waits or goes on by this change. */
function running(target: string, { rules }: TargetPromise, slot: Slot, moment: Changed, asking: Asking): Act | null {
  const { before, after } = moment;
  if (isOver(after.status_category) || after.status_category === 'cancelled') return null;
  const over = slot.clock.stoppedAt !== null;
  if (over) return reopens(target, { rules }, slot, moment, asking) ? { type: 'resume', why: after.status } : null;
  if (slot.held !== null) return null;
  const reason = waits(target, rules, after, asking);
  if (reason !== null)
    return slot.clock.pauseReason === reason ? null : { type: 'pause', reason, why: `waits for ${reason}` };
  if (slot.clock.pauseReason === null) return null;
  return { type: 'resume', why: before.status === after.status ? 'what it waited for is past' : after.status };
}

/**
 * Whether a clock that was over is owed again: the ticket opens again, or what ended the clock is taken back. A first response that
 * was given stays given; one that ended without a word is still owed.
 */
function reopens(
  target: string,
  { rules }: Pick<TargetPromise, 'rules'>,
  { clock }: Slot,
  moment: Changed,
  asking: Asking,
): boolean {
  const { before, after, undone } = moment;
  const from = before.status_category;
  if (rules.stop !== null) return became({ ...rules, stop: `!(${rules.stop})` }, 'stop', before, after, asking);
  if (target === 'vendor') return false;
  const opens = isOver(from) || from === 'cancelled' || (after.status_category === 'new' && from !== 'new');
  if (target !== 'first_response') return opens;
  return opens && after.first_response_at === null && (undone || clock.state === 'cancelled');
}
