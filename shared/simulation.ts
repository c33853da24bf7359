import Type, { type Static } from 'typebox';
import { Id, Instant, Name, Nullable, OneOf, PageQuery } from './http.ts';
import { PolicyTermsBody } from './policy.ts';
import { ClockTarget } from './service-level.ts';
import { HoursBody, SlaCalendarTerms } from './sla-calendar.ts';

const Place = { clientId: Type.Optional(Id), groupId: Type.Optional(Id) };
const Cell = Type.Integer({ minimum: 1, maximum: 5 });
const Row = Type.Array(Cell, { minItems: 3, maxItems: 3 });

/** What would be otherwise: policies, hours, calendars, the priority matrix. What is not named stays as it is in force. */
export const SimulationDraft = Type.Object({
  policies: Type.Optional(
    Type.Array(
      Type.Object({
        /** The policy whose terms these would be; without it, it is a new one at the place. */
        id: Type.Optional(Id),
        name: Type.Optional(Name),
        ...Place,
        position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000 })),
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
        value: Type.Object({
          matrix: Type.Array(Row, { minItems: 3, maxItems: 3 }),
          vipSteps: Type.Integer({ minimum: 0, maximum: 1 }),
          vipReachesTop: Type.Boolean(),
        }),
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

const Counts = Type.Object({ met: Type.Integer(), breached: Type.Integer(), open: Type.Integer() });
export const SimulationLine = Type.Object({
  id: Nullable(Type.String()),
  name: Type.String(),
  before: Counts,
  after: Counts,
  toBreached: Type.Integer(),
  toMet: Type.Integer(),
});
export type SimulationLine = Static<typeof SimulationLine>;

export const SimulationView = Type.Object({
  id: Id,
  state: OneOf(['running', 'done', 'failed']),
  done: Type.Integer(),
  total: Type.Integer(),
  since: Instant,
  createdAt: Instant,
  finishedAt: Nullable(Instant),
  /** Why it failed, in words. */
  error: Nullable(Type.String()),
  draft: SimulationDraft,
  result: Nullable(
    Type.Object({
      /** Flips that are kept are those that are listed; more are only counted. */
      flips: Type.Integer(),
      kept: Type.Integer(),
      byTarget: Type.Array(SimulationLine),
      byClient: Type.Array(SimulationLine),
      byPriority: Type.Array(SimulationLine),
      byTeam: Type.Array(SimulationLine),
    }),
  ),
});
export type SimulationView = Static<typeof SimulationView>;

const Verdict = OneOf(['met', 'breached', 'open', 'none']);
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
});
export type SimulationFlip = Static<typeof SimulationFlip>;

export const FlipQuery = Type.Object({
  ...PageQuery,
  to: Type.Optional(OneOf(['breached', 'met'])),
  target: Type.Optional(ClockTarget),
  clientId: Type.Optional(Id),
  teamId: Type.Optional(Type.String({ maxLength: 36, description: 'A team, or "none"' })),
  priority: Type.Optional(Cell),
});
export type FlipQuery = Static<typeof FlipQuery>;
