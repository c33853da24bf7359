import Type, { type Static } from 'typebox';
import { Instant, Nullable, OneOf } from './http.ts';

/** A clock of a ticket, explained. Seconds are working seconds of its calendar. */
export const ClockView = Type.Object({
  target: OneOf(['first_response', 'next_update', 'resolution']),
  state: OneOf(['running', 'paused', 'met', 'breached', 'cancelled']),
  targetSeconds: Type.Integer(),
  consumedSeconds: Type.Integer(),
  dueAt: Nullable(Instant),
  breachedAt: Nullable(Instant),
  stoppedAt: Nullable(Instant),
  pauseReason: Nullable(Type.String()),
  source: Type.String(),
  timeZone: Type.String(),
  sentence: Type.String(),
  intervals: Type.Array(
    Type.Object({
      from: Instant,
      to: Instant,
      kind: OneOf(['ran', 'paused', 'over']),
      seconds: Type.Integer(),
      by: Nullable(Type.String()),
      why: Nullable(Type.String()),
      closedDays: Type.Array(Type.String()),
    }),
  ),
});
export type ClockView = Static<typeof ClockView>;
