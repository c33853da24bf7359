import type { Activity, WaitCause } from '#shared/value-stream-words.ts';
import type { StatusCategory, TicketKind } from '#shared/vocabulary.ts';

/** When a ticket comes to a step: every list that names something narrows it, and an empty one says nothing. */
export type StepRule = {
  readonly statuses: readonly string[];
  readonly categories: readonly StatusCategory[];
  readonly teamIds: readonly string[];
  /** Whether somebody has it; null: either. */
  readonly assigned: boolean | null;
};
export type StreamStep = {
  readonly key: string;
  readonly name: string;
  readonly activity: Activity;
  readonly rule: StepRule;
  /** Nobody works in this step: it waits for an agreed time. */
  readonly idle: boolean;
};

/** Which work a stream is of: lists narrow each other, and an empty one says nothing. */
export type StreamWork = {
  readonly kinds: readonly TicketKind[];
  readonly categoryIds: readonly string[];
  readonly serviceIds: readonly string[];
  readonly catalogueItemIds: readonly string[];
  readonly clientIds: readonly string[];
};
export type StreamTerms = {
  /** What starts it, in a line. */
  readonly demand: string;
  readonly work: StreamWork;
  readonly steps: readonly StreamStep[];
};

/** How a ticket is from an instant on (epoch milliseconds), in the order of its log. */
export type Standing = {
  readonly at: number;
  readonly status: string;
  readonly category: StatusCategory;
  readonly holdReason: string | null;
  readonly teamId: string | null;
  readonly assigned: boolean;
};
/** Work that somebody recorded: when (epoch milliseconds), and how long it took in seconds. */
export type Recorded = { readonly at: number; readonly seconds: number };

/** Seconds by the calendar, and of these the ones in which the client is served. */
export type Spent = { readonly seconds: number; readonly business: number };

/** What became of a ticket in one step; instants in epoch milliseconds. */
export type Passage = {
  readonly step: string;
  readonly enteredAt: number;
  readonly leftAt: number;
  /** How often it came to the step. */
  readonly visits: number;
  readonly waits: Readonly<Record<WaitCause, Spent>>;
  readonly touch: Spent;
  /** Nobody recorded any time on the ticket: touch is the time in which somebody had it in work. */
  readonly estimated: boolean;
};
export type Passed = { readonly endedAt: number; readonly passages: readonly Passage[] };
