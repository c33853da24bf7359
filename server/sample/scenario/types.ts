import type { HoldReason, TicketKind } from '#shared/vocabulary.ts';
import type { ClientSpec } from '../world/client-spec.ts';
import type { TeamKey } from '../world/teams.ts';

/** Words with `{variables}`; several are alternatives, of which one is taken. */
export type Text = string | readonly string[];
/** From, to: minutes of the working time of whoever acts. */
export type Span = readonly [number, number];

/** One thing that somebody does in the course of a ticket. */
export type Move =
  | { do: 'reply'; text: Text; after: Span; minutes?: Span }
  | { do: 'answer'; text: Text; after: Span; by?: 'requester' | 'colleague' | 'manager' }
  | { do: 'note'; text: Text; after: Span; minutes?: Span; by?: 'tech' | 'lead' | 'dispatch' }
  | { do: 'hold'; reason: HoldReason; text: Text; after: Span; days?: Span }
  | { do: 'approval'; text: Text; after: Span }
  | { do: 'handOver'; team: TeamKey; reason: Text; after: Span }
  | { do: 'escalate'; reason: Text; after: Span }
  | { do: 'resolve'; code: string; text: Text; note: Text; cause?: Text; after: Span; minutes?: Span };

/** One course that a scenario can take: what is said at first, and what follows. */
export type Case = {
  title: Text;
  /** What the requester writes. */
  body: Text;
  /** What the technician wrote down, where they called. Without it they never call. */
  call?: Text;
  impact?: 1 | 2 | 3;
  urgency?: 1 | 2 | 3;
  /** Values that hold for the whole ticket, besides those that every ticket has. */
  slots?: Readonly<Record<string, readonly string[]>>;
  moves: readonly Move[];
  /** What comes where the requester is not content with the end. */
  relapse?: { says: Text; moves: readonly Move[] };
  weight?: number;
};

export type Scenario = {
  key: string;
  kind: TicketKind & ('incident' | 'request');
  /** How often, relative to the others. */
  weight: number;
  /** Names of the category and the one below it. */
  category: readonly [string, string];
  service: string;
  /** Who takes it first. The first line where absent. */
  team?: TeamKey;
  impact: 1 | 2 | 3;
  urgency: 1 | 2 | 3;
  /** Raised by machines instead of people. */
  source?: 'monitoring' | 'recurring';
  /** Whether it is about the requester's own computer. */
  device?: boolean;
  tags?: readonly string[];
  /** Written in this language, for people who do; English where absent. */
  language?: 'de' | 'fr';
  fits?(client: ClientSpec): boolean;
  /** Lines to tick off, the required ones marked. */
  checklist?: string;
  cases: readonly Case[];
};
