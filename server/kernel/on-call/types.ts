import type { WorkingHours } from '../calendar.ts';

/** Who is on call in turns: one after the other for so many days or weeks, handed over at a time on the wall of the schedule's zone. */
export type Rotation = {
  readonly name: string;
  /** Ids of staff, in the order of their turns; who stands there twice has two turns of each round. */
  readonly members: readonly string[];
  /** The first day, `YYYY-MM-DD`: the first member begins on it at the hand-over. */
  readonly startDate: string;
  /** `HH:MM`. A time that the clock skips is the one as long after the skip; of one that comes twice the first counts. */
  readonly handOverTime: string;
  readonly unit: 'day' | 'week';
  /** How many days or weeks a turn lasts. */
  readonly every: number;
  /** 1 Monday … 7 Sunday. By weeks only: a rotation that starts on another day begins with a shortened turn. */
  readonly handOverWeekday: number;
  /** When it covers, by the wall clock; empty: always. */
  readonly hours: readonly WorkingHours[];
};

/** Rotations on top of each other: where a later one covers, it wins over those before it. */
export type Schedule = {
  /** IANA name. */
  readonly timeZone: string;
  readonly layers: readonly Rotation[];
};

/** Somebody takes over from one instant to another (epoch milliseconds), whatever the layers say. Of two, the later in the list wins. */
export type Override = { readonly id: string; readonly staffId: string; readonly from: number; readonly to: number };

/** Which layer (by its place) or override put somebody on call. */
export type ShiftSource =
  | { readonly kind: 'layer'; readonly index: number }
  | { readonly kind: 'override'; readonly id: string };

/** A stretch of absolute time, in epoch milliseconds; `to` is out. */
export type Stretch = { readonly from: number; readonly to: number };

export type Shift = Stretch & { readonly staffId: string; readonly source: ShiftSource };
