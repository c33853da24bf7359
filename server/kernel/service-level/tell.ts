import type { Calendar } from '../calendar/types.ts';
import { ALWAYS_OPEN } from '../calendar/types.ts';
import { conditionValues } from './conditions.ts';
import { NO_RULES } from './defaults.ts';
import type { Moment } from './moment.ts';
import { AROUND, NEW } from './scene.ts';
import { type Replayed, replay } from './step.ts';
import type { ClockRules, TicketFacts, TicketPromise } from './types.ts';

const STATUSES: Readonly<Record<string, string>> = {
  new: 'new',
  in_progress: 'open',
  reopened: 'open',
  on_hold: 'waiting',
  resolved: 'resolved',
  cancelled: 'cancelled',
};

/** Minutes of each target that is promised, and the rules of those that have some. */
export type Told = {
  readonly minutes: Readonly<Record<string, number>>;
  readonly rules?: Readonly<Record<string, Partial<ClockRules>>>;
};
type Change = {
  readonly status?: string;
  readonly hold?: string;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly team?: string;
  readonly priority?: number;
  readonly replied?: boolean;
  readonly undone?: boolean;
  /** What is promised from now on. */
  readonly promise?: Told;
};

/** A ticket's life as a test tells it; times are UTC, such as `2026-03-09T09:00`. */
export class Telling {
  readonly #calendar: Calendar;
  readonly #moments: Moment[] = [];
  #facts: TicketFacts;
  #promise: TicketPromise;

  constructor(promise: Told, { asked = true, calendar = ALWAYS_OPEN } = {}) {
    this.#calendar = calendar;
    this.#promise = promiseOf(promise);
    this.#facts = { ...NEW, requester_id: asked ? 'somebody' : null };
  }

  created(at: string): this {
    this.#moments.push({ type: 'created', at: `${at}:00Z`, by: 'Ada', after: this.#facts, promise: this.#promise });
    return this;
  }

  changed(at: string, { status, hold, note, tags, team, priority, replied, undone = false, promise }: Change): this {
    const before = this.#facts;
    this.#facts = {
      ...before,
      ...(status ? { status, status_category: STATUSES[status] ?? status, hold_reason: hold ?? null } : {}),
      ...(note ? { resolution_note: note } : {}),
      tags: tags ?? before.tags,
      team_id: team ?? before.team_id,
      priority: priority ?? before.priority,
      first_response_at: before.first_response_at ?? (replied ? at : null),
    };
    if (promise) this.#promise = promiseOf(promise);
    this.#moments.push({
      type: 'changed',
      at: `${at}:00Z`,
      by: 'Ada',
      before,
      after: this.#facts,
      promise: this.#promise,
      answers: replied ?? false,
      person: true,
      undone,
    });
    return this;
  }

  held(at: string, target: string, reason: string): this {
    const moment = { at: `${at}:00Z`, by: 'Bea', after: this.#facts, promise: this.#promise, target };
    this.#moments.push({ ...moment, type: 'held', reason });
    return this;
  }

  /** A target's clock at an instant, with its history. */
  clock(target: string, at: string): Replayed | undefined {
    const asking = {
      values: (facts: TicketFacts) => conditionValues(facts, AROUND),
      fault: ({ error }: { error: string }) => {
        throw new Error(error);
      },
    };
    return replay(this.#moments, () => this.#calendar, asking, `${at}:00Z`).get(target);
  }
}

function promiseOf({ minutes, rules = {} }: Told): TicketPromise {
  const targets = Object.entries(minutes).map(([target, of]) => [
    target,
    {
      seconds: of * 60,
      calendarId: 'hours',
      thresholds: [],
      rules: { ...NO_RULES, ...rules[target] },
      source: 'told',
    },
  ]);
  return Object.fromEntries(targets);
}
