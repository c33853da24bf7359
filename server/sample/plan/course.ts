import type { Calendar } from '#kernel/calendar.ts';
import type { Random } from '../random.ts';
import type { Move, Scenario, Span, Text } from '../scenario/types.ts';
import type { ContactSpec } from '../world/contacts.ts';
import { type StaffSpec, staffByKey } from '../world/staff.ts';
import { TEAMS } from '../world/teams.ts';
import { type Cast, type Handler, handlerFor } from './cast.ts';
import { type Hours, later } from './hours.ts';
import type { Load } from './load.ts';
import { type Act, type Deed, iso, type Step, system, type Who } from './story.ts';
import { answered, firstName, type Language, noted, replied } from './voice.ts';
import { fill, type Words } from './words.ts';

const ON_CALL: Calendar = { name: 'On call', timeZone: 'UTC', alwaysOpen: true, hours: [], closedDays: [] };
/** All lines of a checklist that are open. */
const ALL_LINES = 99;

type Phase = 'new' | 'assigned' | 'working' | 'held' | 'approval' | 'resolved' | 'over';
/** How long things take at each priority, relative to what a move says. */
const PACE = [0, 0.35, 0.6, 1, 1.5, 2];

export type CourseOptions = {
  scenario: Scenario;
  cast: Cast;
  words: Record<string, string>;
  hours: Hours;
  random: Random;
  priority: number;
  /** How much longer everything takes than it could: days are full. */
  drag: number;
  /** What everybody has already. */
  load?: Load | undefined;
  /** Nothing happens after this instant (epoch milliseconds). */
  until: number;
  ticket?: number;
};

/**
 * How a ticket goes on after it came in: turns the moves of a case into acts at believable instants, each in the working time of
 * whoever acts, and cuts the story off where the sample ends.
 */
export class Course {
  readonly acts: Act[] = [];
  readonly #options: CourseOptions;
  readonly #language: Language;
  #at: number;
  #phase: Phase = 'new';
  #heldFor: string | null = null;
  #heldUntil: number | null = null;
  #handler: Handler | null = null;
  #cut = false;
  /** Work begins only when it has been approved. */
  #awaitsApproval = false;
  #hasChecklist = false;

  constructor(at: number, options: CourseOptions) {
    this.#at = at;
    this.#options = options;
    this.#language = options.scenario.language ?? 'en';
  }

  get at(): number {
    return this.#at;
  }
  get isCut(): boolean {
    return this.#cut;
  }
  get handler(): Handler | null {
    return this.#handler;
  }

  /** Says who has it from the start, as whoever took the call does. */
  begunBy(handler: Handler): void {
    this.#handler = handler;
    this.#phase = 'assigned';
    this.#options.words['tech'] = firstName(handler.person.name);
  }

  /** The coordinator, or whoever is on duty, gives it to somebody. */
  triage(wait: Span): void {
    const { scenario, cast, hours, random, load } = this.#options;
    const needs = {
      load,
      at: this.#at,
      ...(scenario.team ? { team: scenario.team } : {}),
      ...(scenario.language ? { language: scenario.language } : {}),
      anytime: scenario.source === 'monitoring',
    };
    const handler = handlerFor(cast, needs, hours, random);
    const dana = staffByKey('dana');
    const onDuty = later(hours.ofStaff(dana), this.#at, 1) - this.#at < 20 * 60_000 ? dana : handler.person;
    if (!this.#step(onDuty, wait)) return;
    this.#act({ kind: 'staff', key: onDuty.key }, { do: 'assign', team: handler.team, person: handler.person.key });
    this.begunBy(handler);
  }

  /** Whoever has it puts the list on it that belongs to such work; its lines are ticked as the work goes on. */
  begin(checklist: string): void {
    const person = this.#handler?.person;
    if (person) this.#hasChecklist = this.by(person, [1, 5], { do: 'checklist', name: checklist });
  }

  /** Goes through the moves of a case; stops where the sample ends. */
  follow(moves: readonly Move[]): void {
    this.#awaitsApproval ||= moves.some((move) => move.do === 'approval');
    for (const move of moves) {
      if (this.#cut) return;
      this.#move(move);
    }
  }

  /** Anything else that somebody does, `after` minutes of their working time. */
  by(who: StaffSpec, after: Span, deed: Deed): boolean {
    if (!this.#step(who, after)) return false;
    this.#act({ kind: 'staff', key: who.key }, deed);
    return true;
  }

  /** The requester does something themselves. */
  byRequester(after: Span, deed: Deed): boolean {
    if (!this.#wait(after)) return false;
    this.#act(this.#requester(), deed);
    return true;
  }

  /** The program does something at an instant, if that comes. */
  bySystem(at: number, deed: Deed): boolean {
    if (at > this.#options.until) {
      this.#cut = true;
      return false;
    }
    this.#at = at;
    this.#act(system('Fettle'), deed);
    return true;
  }

  /** Takes a waiting ticket off hold where its time came and nobody did anything since. */
  settle(): void {
    this.#wakeBefore(this.#options.until);
  }

  #move(move: Move): void {
    switch (move.do) {
      case 'reply':
        this.#speak(move, 'public', this.#working());
        return;
      case 'note':
        this.#note(move);
        return;
      case 'hold':
        this.#hold(move);
        return;
      case 'answer':
        this.#answer(move);
        return;
      case 'approval':
        if (this.#speak(move, 'public', { to: 'pending_approval' }, this.#options.cast.manager))
          this.#phase = 'approval';
        return;
      case 'handOver':
        this.#handOver(move);
        return;
      case 'escalate':
        if (this.#handler)
          this.by(this.#handler.person, this.#paced(move.after), { do: 'escalate', reason: this.#text(move.reason) });
        return;
      case 'resolve':
        this.#resolve(move);
        return;
    }
  }

  /** The step that taking up the work means from here, if any. */
  #working(): Step | undefined {
    if (this.#awaitsApproval) return undefined;
    const to = this.#options.scenario.kind === 'incident' ? 'in_progress' : 'fulfilling';
    if (this.#phase === 'new' || this.#phase === 'assigned') return { to };
    return this.#phase === 'held' && this.#heldFor !== 'client' ? { to } : undefined;
  }

  #speak(
    move: { text: Text; after: Span; minutes?: Span },
    visibility: 'public' | 'internal',
    step?: Step | (() => Step),
    to: ContactSpec = this.#options.cast.requester,
  ): boolean {
    const { person } = this.#handler ?? {};
    if (!person || !this.#step(person, this.#paced(move.after))) return false;
    this.#tick(visibility, typeof step === 'object' ? step.to : undefined);
    const text = this.#text(move.text);
    const body = visibility === 'public' ? replied(text, person, to, this.#language) : noted(text);
    this.#act(
      { kind: 'staff', key: person.key },
      {
        do: 'say',
        visibility,
        body,
        ...this.#minutes(move.minutes),
        ...(step ? { step: typeof step === 'function' ? step() : step } : {}),
      },
    );
    if (step) this.#become('working');
    return true;
  }

  /** What was done is ticked: a line or two with each note of it, the rest before it is handed over. */
  #tick(visibility: 'public' | 'internal', to: string | undefined): void {
    const { person } = this.#handler ?? {};
    if (!this.#hasChecklist || !person) return;
    const lines = to === 'resolved' || to === 'fulfilled' ? ALL_LINES : to === 'pending_approval' ? 1 : 0;
    const done = lines || (visibility === 'internal' ? 3 : 0);
    if (done > 0) this.#act({ kind: 'staff', key: person.key }, { do: 'tick', lines: done });
  }

  #note(move: Extract<Move, { do: 'note' }>): void {
    if (move.by !== 'lead' && move.by !== 'dispatch') {
      this.#speak(move, 'internal', this.#phase === 'assigned' ? this.#working() : undefined);
      return;
    }
    const person = move.by === 'dispatch' ? staffByKey('dana') : this.#lead();
    this.by(person, this.#paced(move.after), {
      do: 'say',
      visibility: 'internal',
      body: noted(this.#text(move.text)),
      ...this.#minutes(move.minutes),
    });
  }

  #hold(move: Extract<Move, { do: 'hold' }>): void {
    const { hours, random } = this.#options;
    let until: number | null = null;
    const waits = (): Step => {
      const person = this.#handler?.person;
      if (move.days && person) until = later(hours.ofStaff(person), this.#at, random.between(...move.days) * 8 * 60);
      return { to: 'on_hold', holdReason: move.reason, ...(until === null ? {} : { holdUntil: iso(until) }) };
    };
    if (!this.#speak(move, 'public', waits)) return;
    this.#phase = 'held';
    this.#heldFor = move.reason;
    this.#heldUntil = until;
  }

  #answer(move: Extract<Move, { do: 'answer' }>): void {
    const { cast, random } = this.#options;
    const who = move.by === 'colleague' ? cast.colleague : move.by === 'manager' ? cast.manager : cast.requester;
    // One in eight is busy with other things for days; whoever declines does so before silence closes the ticket.
    const slow = this.#phase !== 'resolved' && random.chance(0.12) ? random.between(4, 10) : 1;
    if (!this.#wait([move.after[0] * slow, move.after[1] * slow])) return;
    const body = answered(
      this.#text(move.text),
      who,
      this.#handler?.person ?? staffByKey('dana'),
      this.#language,
      random,
    );
    this.#act({ kind: 'contact', client: who.client, email: who.email }, { do: 'say', visibility: 'public', body });
    if (this.#phase === 'held' && this.#heldFor === 'client') this.#become('working');
    if (this.#phase === 'resolved') this.#become('working');
    if (this.#phase === 'approval') this.#approved(who.name);
  }

  #approved(name: string): void {
    const { person } = this.#handler ?? {};
    if (
      person &&
      this.by(person, [4, 40], { do: 'move', step: { to: 'approved', reason: `${name} agreed in writing` } })
    )
      this.#phase = 'assigned';
    this.#awaitsApproval = false;
  }

  #handOver(move: Extract<Move, { do: 'handOver' }>): void {
    const { cast, hours, random, load } = this.#options;
    const from = this.#handler?.person;
    if (!from || this.#handler?.team === move.team || !this.#step(from, this.#paced(move.after))) return;
    const reason = this.#text(move.reason);
    const next = handlerFor(cast, { team: move.team, at: this.#at, not: from.key, load }, hours, random);
    const team = TEAMS.find(({ key }) => key === move.team);
    const who = { kind: 'staff', key: from.key } as const;
    // Teams that hand out by hand get it without a person; their lead, or whoever is there, takes it on.
    if (team?.strategy === 'manual') {
      this.#act(who, { do: 'handOver', team: move.team, reason });
      if (
        !this.by(next.person, this.#isUrgent ? [1, 4] : [4, 45], {
          do: 'assign',
          team: move.team,
          person: next.person.key,
        })
      )
        return;
    } else this.#act(who, { do: 'assign', team: move.team, person: next.person.key, reason });
    this.#handler = { person: next.person, team: move.team };
    this.#options.words['tech'] = firstName(next.person.name);
  }

  #resolve(move: Extract<Move, { do: 'resolve' }>): void {
    const step = {
      to: this.#options.scenario.kind === 'incident' ? 'resolved' : 'fulfilled',
      resolutionCode: move.code,
      resolutionNote: this.#text(move.note),
      ...(move.cause ? { cause: this.#text(move.cause) } : {}),
    };
    const visibility = this.#options.scenario.source ? 'internal' : 'public';
    if (this.#speak(move, visibility, step)) this.#phase = 'resolved';
  }

  #lead(): StaffSpec {
    const team = TEAMS.find(({ key }) => key === this.#handler?.team);
    const lead = team?.members.find((key) => key !== this.#handler?.person.key);
    return staffByKey(lead ?? 'priya');
  }

  #become(phase: Phase): void {
    this.#phase = phase;
    this.#heldFor = null;
    this.#heldUntil = null;
  }

  #paced([low, high]: Span): [number, number] {
    const pace = (PACE[this.#options.priority] ?? 1) * this.#options.drag;
    return [Math.max(1, Math.round(low * pace)), Math.max(2, Math.round(high * pace))];
  }

  #requester(): Who {
    const { requester } = this.#options.cast;
    return { kind: 'contact', client: requester.client, email: requester.email };
  }

  #text(text: Text): string {
    return fill(text, this.#options.words as Words, this.#options.random);
  }

  #minutes(span: Span | undefined): { minutes?: number } {
    return span ? { minutes: Math.max(5, Math.round(this.#options.random.between(...span) / 5) * 5) } : {};
  }

  /** For what cannot wait somebody is on call, at any hour. */
  get #isUrgent(): boolean {
    return this.#options.priority === 1;
  }

  /** Moves time on to when a technician gets to it. */
  #step(person: StaffSpec, after: Span): boolean {
    return this.#pass(this.#isUrgent ? ON_CALL : this.#options.hours.ofStaff(person), after);
  }

  /** Moves time on to when somebody of the client gets to it. */
  #wait(after: Span): boolean {
    return this.#pass(this.#options.hours.ofPeople(this.#options.cast.client), after);
  }

  #pass(calendar: Calendar, [low, high]: Span): boolean {
    const { random, until } = this.#options;
    const next = later(calendar, this.#at, random.between(low, high)) + random.between(0, 59_000);
    this.#wakeBefore(Math.min(next, until));
    if (next > until || this.#cut) {
      this.#cut = true;
      return false;
    }
    this.#at = Math.max(next, this.#at + 1000);
    return true;
  }

  #wakeBefore(next: number): void {
    if (this.#phase !== 'held' || this.#heldUntil === null || this.#heldUntil + 60_000 > next) return;
    const to = this.#options.scenario.kind === 'incident' ? 'in_progress' : 'fulfilling';
    this.#at = this.#heldUntil + 30_000;
    this.#become('working');
    this.#act(system('Fettle'), { do: 'move', step: { to, reason: 'the time it waited for has come' } });
  }

  #act(who: Who, deed: Deed): void {
    this.acts.push({ at: iso(this.#at), who, ticket: this.#options.ticket ?? 0, ...deed });
  }
}
