import type { Clock, ClockEvent } from '../clock/types.ts';
import type { TargetPromise, TicketFacts, TicketPromise } from './types.ts';

/** A clock and what people did to it by hand. */
export type Slot = {
  readonly clock: Clock;
  /** Why it is held by hand, whatever the ticket's status says; kept while the clock is over, for when it is owed again. */
  readonly held: string | null;
  /** Seconds set by hand for this ticket alone. */
  readonly override: number | null;
};
/** A ticket's clocks by their names. */
export type Slots = ReadonlyMap<string, Slot>;

/** One thing that happens to a ticket, as its clocks see it. `promise` is what is promised from then on. */
export type Moment = {
  readonly at: string;
  readonly by: string;
  readonly after: TicketFacts;
  readonly promise: TicketPromise;
} & (
  | { readonly type: 'created' }
  | {
      readonly type: 'changed';
      readonly before: TicketFacts;
      /** Whether the client's people were told something from the desk. */
      readonly answers: boolean;
      /** Whether a person did it, and no program. */
      readonly person: boolean;
      /** Whether it takes something back that was done by mistake. */
      readonly undone: boolean;
      /** What was promised until now, where that may be something else. */
      readonly promisedBefore?: Readonly<Record<string, Pick<TargetPromise, 'source'>>>;
      /** Why another promise holds, where the ticket itself does not say. */
      readonly why?: string;
    }
  | { readonly type: 'held'; readonly target: string; readonly reason: string }
  | { readonly type: 'released'; readonly target: string }
  /** Null seconds: back to what is promised. */
  | { readonly type: 'overridden'; readonly target: string; readonly seconds: number | null; readonly reason: string }
  | { readonly type: 'passed'; readonly target: string; readonly percents: readonly number[] }
);

/** What a moment does to one clock: the events that its history gains, in order, and how it is held and overridden then. */
export type Reaction = { readonly events: readonly ClockEvent[] } & Pick<Slot, 'held' | 'override'>;
