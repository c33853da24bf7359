import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf, PageQuery } from './http.ts';
import { PolicyTermsBody, Position } from './policy.ts';
import { ClockTarget } from './service-level.ts';
import { HoursBody, SlaCalendarTerms } from './sla-calendar.ts';

const Place = { clientId: Type.Optional(Id), groupId: Type.Optional(Id) };
const Cell = Type.Integer({ minimum: 1, maximum: 5 });
const Row = Type.Array(Cell, { minItems: 3, maxItems: 3 });

const PriorityValue = Type.Object({
  matrix: Type.Array(Row, { minItems: 3, maxItems: 3 }),
  vipSteps: Type.Integer({ minimum: 0, maximum: 1 }),
  vipReachesTop: Type.Boolean(),
});

/** What would be otherwise: policies, hours, calendars, the priority matrix. What is not named stays as it is in force. */
export const SimulationDraft = Type.Object({
  policies: Type.Optional(
    Type.Array(
      Type.Object({
        /** The policy whose terms these would be; without it, it is a new one at the place. */
        id: Type.Optional(Id),
        name: Type.Optional(Name),
        ...Place,
        position: Type.Optional(Position),
        /** Null: it would be withdrawn. */
        terms: Nullable(PolicyTermsBody),
      }),
      { maxItems: 20 },
    ),
  ),
  /** Service hours at a place; neither id: everybody's. */
  hours: Type.Optional(Type.Array(Type.Object({ ...Place, value: HoursBody }), { maxItems: 20 })),
  calendars: Type.Optional(Type.Array(Type.Object({ id: Id, terms: SlaCalendarTerms }), { maxItems: 20 })),
  /** Priority rules at a place. */
  priorities: Type.Optional(
    Type.Array(
      Type.Object({
        ...Place,
        value: PriorityValue,
      }),
      { maxItems: 20 },
    ),
  ),
});
export type SimulationDraft = Static<typeof SimulationDraft>;

export const StartSimulation = Type.Object({
  draft: SimulationDraft,
  /** Tickets logged since then; without it, the last 12 months. */
  since: Type.Optional(Instant),
});
export type StartSimulation = Static<typeof StartSimulation>;

const At = { level: OneOf(['provider', 'group', 'client']), placeId: Nullable(Id), place: Type.String() };
/** What the draft would have replaced when the simulation began: each list in the order of the draft's. */
const SimulationPresent = Type.Object({
  policies: Type.Array(
    Type.Object({
      ...At,
      name: Type.String(),
      /** Of the policy, for publishing on top of it; 0 where there is none yet. */
      version: Type.Integer(),
      /** Null: nothing was in force. */
      terms: Nullable(PolicyTermsBody),
      /** The policies in force at the same place that are asked before the draft: what they promise, it does not. */
      askedBefore: Type.Array(Type.String()),
    }),
  ),
  /** `version` is that of the value of the very place; 0 where it inherits. */
  hours: Type.Array(Type.Object({ ...At, version: Type.Integer(), value: HoursBody })),
  calendars: Type.Array(Type.Object({ name: Type.String(), version: Type.Integer(), terms: SlaCalendarTerms })),
  priorities: Type.Array(Type.Object({ ...At, version: Type.Integer(), value: PriorityValue })),
});
export type SimulationPresent = Static<typeof SimulationPresent>;

const Counts = Type.Object({ met: Type.Integer(), breached: Type.Integer(), open: Type.Integer() });
export const SimulationLine = Type.Object({
  id: Nullable(Type.String()),
  name: Type.String(),
  before: Counts,
  after: Counts,
  /** Those that would be missed and are not, and the other way round. */
  toBreached: Type.Integer(),
  toMet: Type.Integer(),
  /** Those that are missed as it is or would be, and otherwise cancelled or not promised. */
  apart: Type.Integer(),
});
export type SimulationLine = Static<typeof SimulationLine>;

const Standing = {
  id: Id,
  state: OneOf(['running', 'done', 'failed']),
  done: Type.Integer(),
  /** Tickets to be judged; 0 until it begins. */
  total: Type.Integer(),
  since: Instant,
  createdAt: Instant,
  finishedAt: Nullable(Instant),
  /** Why it failed, in words. */
  error: Nullable(Type.String()),
};
const Tickets = Type.Object({
  judged: Type.Integer(),
  /** Those that would miss what they kept or may yet keep, and the other way round. */
  toBreached: Type.Integer(),
  toMet: Type.Integer(),
  /** Of the rest: those that would miss what was cancelled or not promised, and the other way round. */
  apartBreached: Type.Integer(),
  apartMet: Type.Integer(),
});

/** One of a list of simulations. */
export const SimulationSummary = Type.Object({
  ...Standing,
  /** What was drafted: policies and calendars by name, settings by whose they are. */
  about: Type.Array(Type.String()),
  tickets: Nullable(Tickets),
});
export type SimulationSummary = Static<typeof SimulationSummary>;

export const SimulationView = Type.Object({
  ...Standing,
  draft: SimulationDraft,
  present: SimulationPresent,
  result: Nullable(
    Type.Object({
      /** Flips that are kept are those that are listed; more are only counted. */
      flips: Type.Integer(),
      kept: Type.Integer(),
      tickets: Tickets,
      byTarget: Type.Array(SimulationLine),
      byClient: Type.Array(SimulationLine),
      byPriority: Type.Array(SimulationLine),
      byTeam: Type.Array(SimulationLine),
    }),
  ),
});
export type SimulationView = Static<typeof SimulationView>;

const Verdict = OneOf(['met', 'breached', 'open', 'cancelled', 'none']);
export const SimulationFlip = Type.Object({
  ticketId: Id,
  key: Type.String(),
  title: Type.String(),
  clientId: Id,
  target: ClockTarget,
  name: Type.String(),
  before: Verdict,
  after: Verdict,
  priorityBefore: Cell,
  priorityAfter: Cell,
  /** Working seconds used and promised, as it is and as it would be. */
  usedBefore: Type.Integer(),
  usedAfter: Type.Integer(),
  targetBefore: Type.Integer(),
  targetAfter: Type.Integer(),
  /** When it was and would be due; null while it waits, or where nothing is promised. */
  dueBefore: Nullable(Instant),
  dueAfter: Nullable(Instant),
  /** The policies that promise it; empty where none does. */
  sourceBefore: Type.String(),
  sourceAfter: Type.String(),
});
export type SimulationFlip = Static<typeof SimulationFlip>;

export const FlipQuery = Type.Object({
  ...PageQuery,
  /** Would be missed, would be kept, or either where it is otherwise cancelled or not promised. */
  to: Type.Optional(OneOf(['breached', 'met', 'apart'])),
  target: Type.Optional(ClockTarget),
  clientId: Type.Optional(Id),
  teamId: Type.Optional(Type.String({ maxLength: 36, description: 'A team, or "none"' })),
  priority: Type.Optional(Cell),
});
export type FlipQuery = Static<typeof FlipQuery>;
