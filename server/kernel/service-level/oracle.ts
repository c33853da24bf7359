import type { Moment } from './moment.ts';
import type { ClockRules, TargetPromise, TicketFacts } from './types.ts';

/**
 * A ticket's service levels by a walk minute by minute, as a child would keep them with a sand-glass for each target: at this
 * minute, does the target count, does it wait, or is it over? Written from the guide's words, apart from the engine: it is what
 * tests believe. Moments lie on whole minutes, in order of time.
 */
export type World = {
  /** Whether a calendar is open in a minute (counted from 1970). */
  isOpen(calendarId: string, minute: number): boolean;
  /** What a rule says of a ticket, in plain code. */
  says(rule: string, facts: TicketFacts): boolean;
  /** The last minute that `isOpen` knows. */
  readonly end: number;
};

export type OracleVerdict = {
  state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled';
  seconds: number;
  pausedSeconds: number;
  breachedAt: number | null;
  /** Infinity: later than the world's end. */
  dueAt: number | null;
};

type Phase = 'counts' | 'waits' | 'done' | 'void';
type Glass = {
  phase: Phase;
  held: boolean;
  override: number | null;
  target: number;
  calendarId: string;
  seconds: number;
  paused: number;
  /** This round is beyond its target. */
  late: boolean;
  breachedAt: number | null;
  /** The due instant that stays: missed, or what it was when it ended. */
  kept: number | null;
};

type Row = {
  /** Something is to be kept from now on. */
  begins(now: TicketFacts): boolean;
  /** The sand lies still. */
  waits(now: TicketFacts): boolean;
  /** What was promised has been done by this change (of a ticket that stays open). */
  done(was: TicketFacts, now: TicketFacts, person: boolean): boolean;
  /** A new round begins with this change. */
  again(was: TicketFacts, now: TicketFacts, change: Changed): boolean;
  /** It is owed again, over though it was. */
  returns(glass: Glass, was: TicketFacts, now: TicketFacts, change: Changed, ruled: boolean): boolean;
};
type Changed = Moment & { type: 'changed' };

const ended = ({ status_category: category }: TicketFacts) => ['resolved', 'closed', 'cancelled'].includes(category);
const waitsFor = (facts: TicketFacts) => (facts.status_category === 'waiting' ? facts.hold_reason : null);
const asked = ({ requester_id }: TicketFacts) => requester_id !== null;
const answered = (facts: TicketFacts) => facts.first_response_at !== null;
const never = () => false;

function rowOf(target: string): Row {
  const plain: Row = {
    begins: () => true,
    waits: (now) => now.status_category === 'waiting',
    done: never,
    again: never,
    // While a ticket is open its resolution is owed, unless a rule of its own ended it.
    returns: (_glass, was, _now, _change, ruled) => ended(was) || !ruled,
  };
  if (target === 'resolution') return plain;
  if (target === 'next_update')
    return {
      ...plain,
      begins: answered,
      waits: (now) => waitsFor(now) === 'client',
      again: (_was, _now, { answers }) => answers,
    };
  if (target === 'vendor')
    return {
      begins: (now) => waitsFor(now) === 'vendor',
      waits: (now) => waitsFor(now) !== 'vendor',
      done: (was, now) => waitsFor(was) === 'vendor' && waitsFor(now) !== 'vendor',
      again: (was, now, { undone }) => waitsFor(was) !== 'vendor' && waitsFor(now) === 'vendor' && !undone,
      returns: (_glass, was, now, _change, ruled) =>
        waitsFor(now) === 'vendor' && (waitsFor(was) !== 'vendor' || !ruled),
    };
  if (target === 'first_response')
    return {
      begins: (now) => !answered(now),
      waits: never,
      done: (was, now, person) =>
        answered(now) || (!asked(now) && person && was.status_category === 'new' && now.status_category === 'open'),
      again: never,
      returns: (glass, was, now, { undone }, ruled) => {
        const endUndone = undone && glass.phase === 'void' && glass.breachedAt === null;
        if (answered(now) || (!asked(now) && now.status_category !== 'new' && !endUndone)) return false;
        if (glass.phase === 'void' && glass.breachedAt === null && !ended(was) && !ruled) return true;
        const answerUndone = undone && answered(was);
        const opens = ended(was) || (now.status_category === 'new' && was.status_category !== 'new') || answerUndone;
        // One that is missed does not say how it ended; the ticket does.
        const silent = glass.breachedAt === null ? glass.phase === 'void' : asked(now) && !was.resolution_note;
        return opens && (undone || silent);
      },
    };
  const team = target.slice('ola:'.length);
  return {
    ...plain,
    begins: (now) => now.team_id === team,
    waits: (now) => now.team_id !== team || now.status_category === 'waiting',
  };
}

/** Every target's verdict at a minute, from all that happened to the ticket until then. */
export function oracleTargets(moments: readonly Moment[], world: World, now: number): Map<string, OracleVerdict> {
  const glasses = new Map<string, Glass>();
  const minutes = moments.map(({ at }) => Date.parse(at) / 60_000);
  let next = 0;
  for (let minute = minutes[0] ?? now; minute <= now; minute += 1) {
    for (; (minutes[next] ?? Number.POSITIVE_INFINITY) <= minute; next += 1) {
      const moment = moments[next] as Moment;
      const targets = new Set([...glasses.keys(), ...Object.keys(moment.promise)]);
      for (const target of targets) {
        const glass = judge(target, glasses.get(target), moment, minute, world);
        if (glass) glasses.set(target, glass);
      }
    }
    if (minute === now) break;
    for (const glass of glasses.values()) tick(glass, minute, world);
  }
  return new Map([...glasses].map(([target, glass]) => [target, verdict(glass, now, world)]));
}

function tick(glass: Glass, minute: number, world: World): void {
  if (glass.phase === 'done' || glass.phase === 'void') return;
  const counts = glass.phase === 'counts' && !glass.held;
  // In time is up to the due instant; the next second is late, also where nobody works then.
  if (counts && !glass.late && glass.seconds >= glass.target) miss(glass, minute * 60_000, minute * 60_000 + 1000);
  if (!world.isOpen(glass.calendarId, minute)) return;
  if (counts) glass.seconds += 60;
  else glass.paused += 60;
}

/** What was missed stays missed: the first time is written down, and never again. */
function miss(glass: Glass, dueAt: number, at: number): void {
  glass.late = true;
  glass.kept = dueAt;
  glass.breachedAt ??= at;
}

function verdict(glass: Glass, now: number, world: World): OracleVerdict {
  const { seconds, paused: pausedSeconds, breachedAt } = glass;
  const over = glass.phase === 'done' || glass.phase === 'void';
  const late = glass.late || (over && breachedAt !== null);
  const waits = glass.held || glass.phase === 'waits';
  const state = late
    ? 'breached'
    : over
      ? glass.phase === 'done'
        ? 'met'
        : 'cancelled'
      : waits
        ? 'paused'
        : 'running';
  const dueAt = late || over ? glass.kept : waits ? null : dueOf(glass, now, world);
  return { state, seconds, pausedSeconds, breachedAt, dueAt };
}

/** When the sand will have run through if nothing happens. */
function dueOf({ seconds, target, calendarId }: Glass, from: number, world: World): number {
  let [left, minute] = [target - seconds, from];
  for (; left > 0 && minute < world.end; minute += 1) if (world.isOpen(calendarId, minute)) left -= 60;
  return left > 0 ? Number.POSITIVE_INFINITY : minute * 60_000;
}

function judge(
  target: string,
  old: Glass | undefined,
  moment: Moment,
  minute: number,
  world: World,
): Glass | undefined {
  const promise = moment.promise[target];
  const row = rowOf(target);
  if (moment.type === 'created' || (moment.type === 'changed' && !old))
    return promise && (old ?? begun(row, target, promise, moment.after, world));
  if (!old) return undefined;
  if (moment.type === 'changed') changed(row, target, old, promise, moment, minute, world);
  else if (moment.type !== 'passed' && moment.target === target) byHand(row, old, promise, moment, minute, world);
  return old;
}

function begun(row: Row, target: string, promise: TargetPromise, now: TicketFacts, { says }: World): Glass | undefined {
  const { rules } = promise;
  const given = rules.stop === null ? target === 'first_response' && answered(now) : says(rules.stop, now);
  const excused = rules.cancel !== null && says(rules.cancel, now);
  const begins = rules.start === null ? row.begins(now) : says(rules.start, now);
  if (ended(now) || given || excused || !begins) return undefined;
  return {
    phase: waits(row, rules, now, says) ? 'waits' : 'counts',
    held: false,
    override: null,
    target: promise.seconds,
    calendarId: promise.calendarId,
    seconds: 0,
    paused: 0,
    late: false,
    breachedAt: null,
    kept: null,
  };
}

const waits = (row: Row, { pause }: ClockRules, now: TicketFacts, says: World['says']) =>
  pause === null ? row.waits(now) : says(pause, now);

function byHand(
  row: Row,
  glass: Glass,
  promise: TargetPromise | undefined,
  moment: Moment & { type: 'held' | 'released' | 'overridden' },
  minute: number,
  { says }: World,
): void {
  const over = glass.phase === 'done' || glass.phase === 'void';
  if (moment.type === 'overridden') {
    if (glass.late || (over && glass.breachedAt !== null)) return;
    glass.override = moment.seconds;
    if (!over) aim(glass, moment.seconds ?? promise?.seconds ?? glass.target, glass.calendarId, minute);
  } else if (!over) {
    glass.held = moment.type === 'held';
    if (promise) glass.phase = waits(row, promise.rules, moment.after, says) ? 'waits' : 'counts';
  }
}

/** Another target or calendar from this minute on; what has run through stays so, and what is missed keeps what it was missed by. */
function aim(glass: Glass, target: number, calendarId: string, minute: number): void {
  if (glass.late) return;
  Object.assign(glass, { target, calendarId });
  if (glass.seconds > target) miss(glass, minute * 60_000, minute * 60_000);
}

function changed(
  row: Row,
  target: string,
  glass: Glass,
  promise: TargetPromise | undefined,
  change: Changed,
  minute: number,
  world: World,
): void {
  const { before: was, after: now } = change;
  const over = glass.phase === 'done' || glass.phase === 'void';
  if (over && (!promise || !returns(row, glass, promise.rules, change, world))) return;
  // What is over is judged as a whole: one round that was missed makes it missed.
  if (over) glass.late = glass.breachedAt !== null;
  else if (promise) aim(glass, glass.override ?? promise.seconds, promise.calendarId, minute);
  const end = over ? null : promise ? endOf(row, target, promise.rules, change, world) : 'void';
  if (end || !promise) {
    if (!glass.late) glass.kept = glass.held || glass.phase === 'waits' ? null : dueOf(glass, minute, world);
    glass.phase = end ?? 'void';
    return;
  }
  const { reset } = promise.rules;
  const again = reset === null ? row.again(was, now, change) : world.says(reset, now) && !world.says(reset, was);
  if (again) Object.assign(glass, { seconds: 0, paused: 0, late: false, kept: null });
  if (over || again) aim(glass, glass.override ?? promise.seconds, promise.calendarId, minute);
  glass.phase = waits(row, promise.rules, now, world.says) ? 'waits' : 'counts';
}

/** Whether what is over is owed again. */
function returns(row: Row, glass: Glass, { stop, cancel }: ClockRules, change: Changed, { says }: World): boolean {
  const { before: was, after: now } = change;
  if (ended(now) || (stop !== null && says(stop, now)) || (cancel !== null && says(cancel, now))) return false;
  return stop === null ? row.returns(glass, was, now, change, cancel !== null) : says(stop, was) || ended(was);
}

/** How a target that is not over ends by a change, if it does: a rule of its own, what was promised, or the ticket's end. */
function endOf(
  row: Row,
  target: string,
  { stop, cancel }: ClockRules,
  { before: was, after: now, person }: Changed,
  { says }: World,
): 'done' | 'void' | null {
  if (cancel !== null && says(cancel, now)) return 'void';
  if (stop !== null && says(stop, now)) return 'done';
  const done = stop === null && row.done(was, now, person);
  if (!ended(now)) return done ? 'done' : null;
  if (target !== 'first_response') return now.status_category === 'cancelled' ? 'void' : 'done';
  if (done) return 'done';
  // Who asked and was never told anything was neither kept nor failed.
  const silent = asked(now) && !answered(now) && !now.resolution_note?.trim();
  return now.status_category === 'cancelled' || silent ? 'void' : 'done';
}
