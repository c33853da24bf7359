import { HELD } from '../clock/held.ts';
import type { ClockEvent } from '../clock/types.ts';
import { heldWords, PROMISED_AGAIN, SET_BY_HAND } from './by-hand.ts';
import type { Moment, Reaction, Slot } from './moment.ts';
import { begins, isOpen, isOver, waits } from './natures.ts';
import { isOwedAgain, withoutAWord, withVendor } from './reopen.ts';
import type { Asking } from './rules.ts';
import { became, ruled } from './rules.ts';
import type { ClockRules, TargetPromise, TicketFacts } from './types.ts';

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
        events: [{ ...happened, type: 'pause', reason: HELD, why: heldWords(moment.reason) }],
      };
    case 'released': {
      if (moment.target !== target || slot.held === null || slot.clock.stoppedAt !== null) return null;
      const wait = promise ? waits(target, promise.rules, moment.after, asking) : null;
      const event: ClockEvent = wait
        ? { ...happened, type: 'pause', ...wait }
        : { ...happened, type: 'resume', why: 'no longer held' };
      return { ...same, held: null, events: [event] };
    }
    case 'overridden': {
      // What is missed stays missed by what was promised then.
      if (moment.target !== target || slot.clock.state === 'breached') return null;
      const seconds = moment.seconds ?? promise?.seconds ?? slot.clock.targetSeconds;
      const why = moment.seconds === null ? `${PROMISED_AGAIN}${moment.reason}` : `${SET_BY_HAND}${moment.reason}`;
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
  // Nothing is owed any more where the ticket is over, whatever else changes then.
  if (!isOpen(after) || !begins(target, promise.rules, after, asking)) return null;
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
  const wait = waits(target, promise.rules, after, asking);
  const pause: ClockEvent[] = wait === null ? [] : [{ at, by, type: 'pause', ...wait }];
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
  const promise = moment.promise[target];
  const isOver = slot.clock.stoppedAt !== null;
  const events = !promise
    ? isOver
      ? []
      : [{ at: moment.at, by: moment.by, type: 'cancel' as const, why: 'promised no longer' }]
    : isOver
      ? owedAgain(target, promise, slot, moment, asking)
      : followed(target, promise, slot, moment, asking);
  return events.length === 0 ? null : { events, held: slot.held, override: slot.override };
}

/** What a change does to a clock that is not over. What is promised from now on comes first; one that is missed keeps what it was missed by until a new round. */
function followed(target: string, promise: TargetPromise, slot: Slot, moment: Changed, asking: Asking): ClockEvent[] {
  const happened = { at: moment.at, by: moment.by };
  const anew = retargeted(slot, promise, moment);
  const missed = slot.clock.state === 'breached';
  const events: ClockEvent[] = missed ? [] : anew;
  const end = ended(target, promise.rules, moment, asking);
  if (end) return [...events, { ...happened, ...end }];
  if (isNewRound(target, promise.rules, moment, asking))
    events.push({ ...happened, type: 'reset', why: 'a new round' }, ...(missed ? anew : []));
  const runs = slot.held === null ? running(target, promise, slot, moment, asking) : null;
  const mark = slot.held === null ? marked(moment) : behindHold(target, promise, moment, asking);
  if (runs) events.push({ ...happened, ...runs });
  else if (mark) events.push({ ...happened, ...mark });
  return events;
}

type Mark = { type: 'mark'; why?: string; waits?: string | null };

const marked = ({ before, after }: Changed): Mark | null =>
  before.status === after.status ? null : { type: 'mark', why: after.status };

/** What a change means to a clock that somebody holds: it stays held, and the explanation knows what it would wait for besides. */
function behindHold(target: string, { rules }: TargetPromise, moment: Changed, asking: Asking): Mark | null {
  const { before, after, why } = moment;
  const [was, is] = [before, after].map((facts) => waits(target, rules, facts, asking)?.why ?? null);
  const mark = marked(moment);
  return mark || was !== is || why ? { ...(mark ?? { type: 'mark' }), waits: is ?? null } : null;
}

/** What a change does to a clock that is over: it goes on, or begins a new round, by what is promised now; and it may wait at once. */
function owedAgain(target: string, promise: TargetPromise, slot: Slot, moment: Changed, asking: Asking): ClockEvent[] {
  const { after } = moment;
  const happened = { at: moment.at, by: moment.by };
  if (!isOwedAgain(target, promise.rules, slot, moment, asking)) return [];
  const begins: ClockEvent = isNewRound(target, promise.rules, moment, asking)
    ? { ...happened, type: 'reset', why: target === 'vendor' ? 'given to the vendor again' : 'a new round' }
    : { ...happened, type: 'resume', why: after.status };
  const wait = waits(target, promise.rules, after, asking);
  return [
    begins,
    ...(begins.type === 'resume' && slot.clock.breachedAt !== null ? [] : retargeted(slot, promise, moment)),
    ...(wait === null ? [] : [{ ...happened, type: 'pause' as const, ...wait }]),
    // Nobody has released it: it is held as it was, and not by whoever opened the ticket again.
    ...(slot.held === null ? [] : [{ at: moment.at, type: 'pause' as const, reason: HELD, why: heldWords(slot.held) }]),
  ];
}

/** The event of another promise for a clock, which only marks who promises it where the target is the same; nothing where all is. */
function retargeted({ clock, override }: Slot, promise: TargetPromise, moment: Changed): ClockEvent[] {
  const targetSeconds = override ?? promise.seconds;
  const { calendarId } = promise;
  const same =
    clock.targetSeconds === targetSeconds &&
    clock.calendarId === calendarId &&
    sameThresholds(clock.thresholds, promise.thresholds);
  const { at, by } = moment;
  if (same) {
    const before = moment.promisedBefore?.[clock.target];
    const isAnothers = before !== undefined && before.source !== promise.source;
    return isAnothers ? [{ at, by, type: 'mark', why: whyRetargeted(moment), promised: true }] : [];
  }
  const thresholds = promise.thresholds.map(({ percent }) => percent);
  return [{ at, by, type: 'retarget', why: whyRetargeted(moment), targetSeconds, calendarId, thresholds }];
}

/** Whether a clock watches just what is promised, and the breach, which it always does. */
function sameThresholds(watched: readonly number[], promised: TargetPromise['thresholds']): boolean {
  const asked = promised.some(({ percent }) => percent === 100) ? promised.length : promised.length + 1;
  return asked === watched.length && promised.every(({ percent }) => watched.includes(percent));
}

/** What of a ticket may bring another promise, besides its priority. */
const DECIDES = [
  ['site_id', 'the site'],
  ['service_id', 'the service'],
  ['category_id', 'the category'],
  ['team_id', 'the team'],
  ['requester_id', 'the requester'],
  ['source', 'the source'],
  ['tags', 'the tags'],
] as const satisfies readonly (readonly [keyof TicketFacts, string])[];

function whyRetargeted({ before, after, why }: Changed): string {
  if (why) return why;
  if (before.priority !== after.priority) return `priority P${before.priority} → P${after.priority}`;
  const changed = DECIDES.filter(([column]) => String(before[column]) !== String(after[column])).map(
    ([, name]) => name,
  );
  if (changed.length === 0) return 'another promise holds';
  return `${[changed.slice(0, -1).join(', '), changed.at(-1)].filter(Boolean).join(' and ')} ${changed.length === 1 ? 'was' : 'were'} changed`;
}

type Act = { type: 'stop' | 'cancel' | 'resume'; why: string } | { type: 'pause'; reason: string; why: string };

/** How a clock ends by this change, if it does. */
function ended(target: string, rules: ClockRules, moment: Changed, asking: Asking): Act | null {
  const { before, after, person } = moment;
  if (ruled(rules, 'cancel', after, asking)) return { type: 'cancel', why: 'what cancels it came true' };
  if (ruled(rules, 'stop', after, asking)) return { type: 'stop', why: 'what ends it came true' };
  if (rules.stop === null && target === 'first_response') {
    if (after.first_response_at !== null) return { type: 'stop', why: 'first answer to the client' };
    // Where nobody asked, as with an alert, a first response is that a person takes the work up.
    if (person && after.requester_id === null && before.status_category === 'new' && after.status_category === 'open')
      return { type: 'stop', why: 'work begun; nobody waits for an answer' };
  }
  if (after.status_category === 'cancelled') return { type: 'cancel', why: after.status };
  if (isOver(after.status_category))
    return target === 'first_response' && withoutAWord(after)
      ? { type: 'cancel', why: `${after.status} without a word to the client` }
      : { type: 'stop', why: after.status };
  // A vendor's part ends when the ticket waits for it no longer.
  if (rules.stop === null && target === 'vendor' && withVendor(before) && !withVendor(after))
    return { type: 'stop', why: 'the vendor is done' };
  return null;
}

/** Whether a new round begins: by each answer for the next update, by each new wait for the vendor, or as a rule says. */
function isNewRound(target: string, rules: ClockRules, moment: Changed, asking: Asking): boolean {
  const { before, after, answers, undone } = moment;
  if (rules.reset !== null) return became(rules, 'reset', before, after, asking);
  if (target === 'vendor') return !undone && !withVendor(before) && withVendor(after);
  return target === 'next_update' && answers;
}

/** Whether a clock that is neither over nor held waits or goes on by this change. */
function running(
  target: string,
  { rules }: TargetPromise,
  { clock }: Slot,
  { before, after }: Changed,
  asking: Asking,
): Act | null {
  const wait = waits(target, rules, after, asking);
  if (wait !== null) return clock.pauseReason === wait.reason ? null : { type: 'pause', ...wait };
  if (clock.pauseReason === null) return null;
  return { type: 'resume', why: before.status === after.status ? 'what it waited for is past' : after.status };
}
