import Type, { type Static } from 'typebox';
import { Id, Instant, Nullable, PageQuery } from './http.ts';
import { ClockJustification, ClockMiss, ClockTarget } from './service-level.ts';

/** Days by the client's own clock, both of them in it. */
const PERIOD = { from: Type.String({ format: 'date' }), to: Type.String({ format: 'date' }) };
export const SlaReportQuery = Type.Object(PERIOD);
export type SlaReportQuery = Static<typeof SlaReportQuery>;
export const MissedQuery = Type.Object({ ...PERIOD, ...PageQuery });
export type MissedQuery = Static<typeof MissedQuery>;

const Counts = { met: Type.Integer(), missed: Type.Integer() };

/** How a client's promises were kept in a period. One that is neither met nor missed yet is not counted. */
export const SlaReport = Type.Object({
  client: Type.Object({ id: Id, name: Type.String(), code: Type.String(), timeZone: Type.String() }),
  ...PERIOD,
  /** The period as instants; the end is the first that is out of it. */
  fromAt: Instant,
  untilAt: Instant,
  now: Instant,
  targets: Type.Array(
    Type.Object({
      target: ClockTarget,
      name: Type.String(),
      ...Counts,
      /** Of those, how many had a target set by hand. */
      byHand: Type.Integer(),
      byPriority: Type.Array(Type.Object({ priority: Type.Integer(), ...Counts })),
    }),
  ),
  /** What was promised for these tickets: each target with the policy's words and the hours that it was counted by. */
  promised: Type.Array(
    Type.Object({
      target: ClockTarget,
      name: Type.String(),
      source: Type.String(),
      seconds: Type.Integer(),
      tickets: Type.Integer(),
      hours: Type.Object({
        timeZone: Type.String(),
        alwaysOpen: Type.Boolean(),
        hours: Type.Array(Type.Object({ weekday: Type.Integer(), from: Type.String(), to: Type.String() })),
      }),
    }),
  ),
});
export type SlaReport = Static<typeof SlaReport>;

/** A promise that was missed in the period, with why and what was said about it. */
export const MissedPromise = Type.Object({
  ticketId: Id,
  key: Type.String(),
  title: Type.String(),
  priority: Type.Integer(),
  target: ClockTarget,
  name: Type.String(),
  missedAt: Instant,
  /** When it was done at last; null while it is still owed. */
  doneAt: Nullable(Instant),
  /** Whether its target was set by hand. */
  byHand: Type.Boolean(),
  miss: ClockMiss,
  justification: Nullable(ClockJustification),
});
export type MissedPromise = Static<typeof MissedPromise>;

export const SlaOverviewQuery = Type.Object({
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366, description: 'How far back; 30 unless given' })),
  clientId: Type.Optional(Id),
});
export type SlaOverviewQuery = Static<typeof SlaOverviewQuery>;

/** How promises to clients were kept in the last days. Each counts when it was missed, else when it was met. */
export const SlaOverview = Type.Object({
  from: Instant,
  now: Instant,
  days: Type.Integer(),
  ...Counts,
  targets: Type.Array(Type.Object({ target: ClockTarget, ...Counts })),
  /** Those with the most misses first. */
  clients: Type.Array(Type.Object({ id: Id, name: Type.String(), ...Counts })),
  asked: Type.Integer({ description: 'How many of the latest misses were asked where their working time went' }),
  seconds: Type.Integer({ description: 'Their working time in all' }),
  /** Where it went, the largest share first. */
  causes: Type.Array(
    Type.Object({
      status: Type.String(),
      team: Nullable(Type.String()),
      assigned: Type.Boolean({ description: 'Whether somebody had it meanwhile' }),
      seconds: Type.Integer(),
      clocks: Type.Integer(),
    }),
  ),
});
export type SlaOverview = Static<typeof SlaOverview>;
