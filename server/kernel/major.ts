/** Where a major incident stands: Proposed → Declared → Stabilised → Restored → Review → Completed; Proposed → Declined. */
export type MajorState = 'proposed' | 'declared' | 'stabilised' | 'restored' | 'review' | 'completed' | 'declined';

export type MajorFacts = {
  readonly state: MajorState;
  /** Whether somebody leads it. */
  readonly led: boolean;
  /** The keys of what is still open of it: its own ticket and those below it. */
  readonly open: readonly string[];
  /** How many others of it are open that the reader does not see. */
  readonly openUnseen: number;
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
const reviewed = ({ reviewed }: MajorFacts) =>
  reviewed ? null : 'Write what happened and what is to be improved first.';

/** Keys that a sentence names; a longer list is in the page. */
const NAMED = 8;

const ended = ({ open, openUnseen: unseen }: MajorFacts): string | null => {
  if (open.length + unseen === 0) return null;
  const unseenWords = `${unseen} ${unseen === 1 ? 'ticket' : 'tickets'} of clients that you do not see`;
  if (open.length === 0)
    return `${unseenWords} ${unseen === 1 ? 'is' : 'are'} still open. Ask somebody who sees them to resolve them first.`;
  const [one] = open;
  if (open.length + unseen === 1)
    return `${one} is still open. Resolve it first, or take it off if it is of another cause.`;
  const more = open.length > NAMED ? ` and ${open.length - NAMED} more` : '';
  const others = unseen > 0 ? ` and ${unseenWords}` : '';
  return `${open.slice(0, NAMED).join(', ')}${more}${others} are still open. Resolve them first, or take off what is of another cause.`;
};

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
    missing: (facts) => [reviewed(facts), ended(facts)].filter(Boolean).join(' ') || null,
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
