import Type, { type Static } from 'typebox';
import { Instant, Nullable, OneOf } from './http.ts';

/** A clock's name: `first_response`, `next_update`, `resolution`, `vendor`, or `ola:` and a team's id. */
export const ClockTarget = Type.String({
  pattern: '^(first_response|next_update|resolution|vendor|ola:[0-9a-f-]{36})$',
});

/** A clock of a ticket, explained. Seconds are working seconds of its calendar. */
export const ClockView = Type.Object({
  target: ClockTarget,
  /** As people call it. */
  name: Type.String(),
  /** Why somebody holds it, whatever the ticket's status says. */
  held: Nullable(Type.String()),
  /** Whether somebody set its target by hand. */
  overridden: Type.Boolean(),
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
