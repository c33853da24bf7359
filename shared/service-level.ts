import Type, { type Static } from 'typebox';
import { Id, Instant, Nullable, OneOf } from './http.ts';

/** A clock's name: `first_response`, `next_update`, `resolution`, `vendor`, or `ola:` and a team's id. */
export const ClockTarget = Type.String({
  pattern: '^(first_response|next_update|resolution|vendor|ola:[0-9a-f-]{36})$',
});

/** What somebody did to a clock by hand: who, when and why. */
const ByHand = { by: Nullable(Type.String()), at: Instant, reason: Type.String() };

/** Something that happened to a clock, and who brought it about. */
const Cause = { why: Nullable(Type.String()), by: Nullable(Type.String()) };

/** What was said about a missed promise. It changes nothing about met or missed. */
export const ClockJustification = Type.Object({ text: Type.String(), by: Type.String(), at: Instant });
export type ClockJustification = Static<typeof ClockJustification>;

/** Why a clock was missed, in one sentence, and where the working time went: the largest share first. */
export const ClockMiss = Type.Object({
  sentence: Type.String(),
  targetSeconds: Type.Integer(),
  usedSeconds: Type.Integer(),
  contributors: Type.Array(
    Type.Object({
      status: Type.String(),
      team: Nullable(Type.String()),
      assignee: Nullable(Type.String()),
      seconds: Type.Integer(),
    }),
  ),
  waited: Type.Array(Type.Object({ why: Type.String(), seconds: Type.Integer() })),
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
  /** Who holds it, since when and why; null where nobody does. */
  hold: Nullable(Type.Object(ByHand)),
  /** Who set its target by hand, when and why, and what is promised otherwise. */
  ownTarget: Nullable(Type.Object({ ...ByHand, promisedSeconds: Nullable(Type.Integer()) })),
  /** The policy that its target comes from, where there is one that still promises it. */
  policyId: Nullable(Id),
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
  /** Why it was missed; null where it was not. */
  miss: Nullable(ClockMiss),
  /** The round that was missed first, as the stretches count them; null where none was. Later ones may have been kept. */
  missedRound: Nullable(Type.Integer()),
  justification: Nullable(ClockJustification),
  startedAt: Instant,
  /** When each threshold of this round was acted on or will be reached; null while it does not run, and where it was never acted on. */
  thresholds: Type.Array(Type.Object({ percent: Type.Integer(), at: Nullable(Instant), passed: Type.Boolean() })),
  /** When the calendar was closed during the last round, or until that is due, and during the one that was missed. Empty for very long ones. */
  closed: Type.Array(Type.Object({ from: Instant, to: Instant, days: Type.Array(Type.String()) })),
  intervals: Type.Array(
    Type.Object({
      from: Instant,
      to: Instant,
      kind: OneOf(['ran', 'paused', 'over']),
      /** Rounds are counted from 1; a reset begins the next. */
      round: Type.Integer(),
      seconds: Type.Integer(),
      /** Everything that made it count or wait, and who brought that about; a hold by hand comes first. */
      causes: Type.Array(Type.Object(Cause)),
      /** The same in one text, and who brought about the first. */
      by: Nullable(Type.String()),
      why: Nullable(Type.String()),
      /** What began the stretch where that is none of the causes, for example another priority. */
      since: Nullable(Type.Object(Cause)),
      closedDays: Type.Array(Type.String()),
    }),
  ),
});
export type ClockView = Static<typeof ClockView>;
