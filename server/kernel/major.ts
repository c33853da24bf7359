/** Where a major incident stands: Proposed → Declared → Stabilised → Restored → Review → Completed; Proposed → Declined. */
export type MajorState = 'proposed' | 'declared' | 'stabilised' | 'restored' | 'review' | 'completed' | 'declined';

export type MajorFacts = {
  readonly state: MajorState;
  /** Whether somebody leads it. */
  readonly led: boolean;
  /** Whether the review says what happened and what is to be improved. */
  readonly reviewed: boolean;
};

export type MajorMove = {
  readonly to: MajorState;
  readonly label: string;
  /** What is missing before it may be taken; null where nothing is. */
  readonly missing: string | null;
  /** Whether words have to come with it. */
  readonly asksWhy: boolean;
};

type Rule = {
  readonly from: readonly MajorState[];
  readonly to: MajorState;
  readonly label: string;
  readonly asksWhy?: true;
  readonly missing?: (facts: MajorFacts) => string | null;
};

const led = ({ led }: MajorFacts) => (led ? null : 'Say who leads it (incident manager) first.');

const RULES: readonly Rule[] = [
  { from: ['proposed'], to: 'declared', label: 'Declare', missing: led },
  { from: ['proposed'], to: 'declined', label: 'Decline', asksWhy: true },
  { from: ['declared'], to: 'stabilised', label: 'Stabilised' },
  { from: ['declared', 'stabilised'], to: 'restored', label: 'Restored' },
  { from: ['stabilised', 'restored'], to: 'declared', label: 'It is not over', asksWhy: true },
  { from: ['restored'], to: 'review', label: 'Begin the review' },
  {
    from: ['review'],
    to: 'completed',
    label: 'Complete',
    missing: ({ reviewed }) => (reviewed ? null : 'Write what happened and what is to be improved first.'),
  },
];

/** The moves that are there from a state, each with what it still lacks. */
export const majorMoves = (facts: MajorFacts): MajorMove[] =>
  RULES.filter(({ from }) => from.includes(facts.state)).map(({ to, label, asksWhy = false, missing }) => ({
    ...{ to, label, asksWhy },
    missing: missing?.(facts) ?? null,
  }));

/** Whether people work on it and clients are to be told. */
export const isRunning = (state: MajorState): boolean => state === 'declared' || state === 'stabilised';

/**
 * When clients have to be told next (ISO 8601): a cadence after the last time, or after it was declared. Null where it does not run.
 */
export function nextUpdateAt(state: MajorState, lastAt: string, cadenceMinutes: number): string | null {
  return isRunning(state) ? new Date(Date.parse(lastAt) + cadenceMinutes * 60_000).toISOString() : null;
}
