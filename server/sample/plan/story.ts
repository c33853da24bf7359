import type { TeamKey } from '../world/teams.ts';

/** Who does something: of Harbour IT, of a client, or the program. */
export type Who =
  | { kind: 'staff'; key: string }
  | { kind: 'contact'; client: string; email: string }
  | { kind: 'system'; name: string };

export type Step = {
  to: string;
  holdReason?: string;
  holdUntil?: string;
  resolutionCode?: string;
  resolutionNote?: string;
  cause?: string;
  reason?: string;
};

/** What a ticket begins with, by names. */
export type Opening = {
  kind: 'incident' | 'request';
  title: string;
  description: string;
  requester: string | null;
  category: string;
  service: string;
  impact: 1 | 2 | 3;
  urgency: 1 | 2 | 3;
  source: string;
  tags: readonly string[];
  custom: Readonly<Record<string, unknown>>;
  team: TeamKey | null;
  assignee: string | null;
};

/** What is done to a ticket: one command each. */
export type Deed =
  | { do: 'create'; opening: Opening }
  | { do: 'assign'; team: TeamKey; person: string | null; reason?: string }
  | { do: 'handOver'; team: TeamKey; reason: string }
  | { do: 'escalate'; reason: string }
  | { do: 'say'; visibility: 'public' | 'internal'; body: string; minutes?: number; step?: Step }
  | { do: 'move'; step: Step }
  | { do: 'change'; fields: { impact?: 1 | 2 | 3; urgency?: 1 | 2 | 3; tags?: readonly string[]; under?: number } }
  | { do: 'merge'; into: number }
  | { do: 'checklist'; name: string }
  | { do: 'tick'; lines: number }
  | { do: 'watch'; person: string }
  | { do: 'silence' };

/** Somebody does something to a ticket of the bundle at an instant (ISO 8601). */
export type Act = { at: string; who: Who; ticket: number } & Deed;

/** Tickets of one client that have to do with each other, mostly one alone, and everything that happens to them in its order. */
export type Bundle = {
  /** Distinguishes it from every other for good. */
  name: string;
  client: string;
  acts: Act[];
};

/** A bundle with the numbers that its tickets get in their client. */
export type NumberedBundle = Bundle & { numbers: readonly number[] };

export const system = (name: string): Who => ({ kind: 'system', name });
export const staff = (key: string): Who => ({ kind: 'staff', key });
export const iso = (at: number): string => new Date(at).toISOString();

/** How many tickets a bundle has. */
export const ticketsIn = ({ acts }: Bundle): number => acts.filter((act) => act.do === 'create').length;
