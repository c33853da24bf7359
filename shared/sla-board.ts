import Type, { type Static } from 'typebox';
import { Id, Instant, Nullable, OneOf } from './http.ts';
import { ClockTarget } from './service-level.ts';

export const BoardQuery = Type.Object({
  /** How far ahead is looked: what falls due within so many hours is at risk. */
  hours: Type.Optional(Type.Integer({ minimum: 1, maximum: 168 })),
  clientId: Type.Optional(Id),
  teamId: Type.Optional(
    Type.String({ pattern: '^(none|mine|[0-9a-f-]{36})$', description: 'A team, "mine", or "none"' }),
  ),
  target: Type.Optional(OneOf(['first_response', 'next_update', 'resolution', 'vendor', 'ola'])),
});
export type BoardQuery = Static<typeof BoardQuery>;

const Ref = Type.Object({ id: Id, name: Type.String() });
export const BoardClock = Type.Object({
  ticketId: Id,
  key: Type.String(),
  title: Type.String(),
  priority: Type.Integer(),
  status: Type.String(),
  client: Type.Object({ id: Id, name: Type.String(), code: Type.String() }),
  team: Nullable(Ref),
  assignee: Nullable(Ref),
  target: ClockTarget,
  name: Type.String(),
  state: OneOf(['running', 'paused', 'breached']),
  targetSeconds: Type.Integer(),
  consumedSeconds: Type.Integer(),
  runningSince: Nullable(Instant),
  /** Of a clock that waits until an instant: when it would fall due if it went on then. */
  dueAt: Nullable(Instant),
  breachedAt: Nullable(Instant),
  pauseReason: Nullable(Type.String()),
  /** Until when it waits, where that is known. */
  holdUntil: Nullable(Instant),
});
export type BoardClock = Static<typeof BoardClock>;

const Lane = Type.Object({
  /** No more than 1,000 are counted. */
  count: Type.Integer(),
  items: Type.Array(BoardClock),
});
export const SlaBoard = Type.Object({ now: Instant, atRisk: Lane, breached: Lane, paused: Lane });
export type SlaBoard = Static<typeof SlaBoard>;
