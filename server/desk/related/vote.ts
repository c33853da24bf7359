import type { SuggestedCategory } from '#shared/related.ts';

/** A similar ticket with its category, as it is asked. */
export type Voter = {
  key: string;
  category: { id: string; path: string } | null;
  /** How alike its title is, 0 to 1. */
  likeness: number;
  resolved: boolean;
};

/** What was resolved was looked at to its end, so that its category says more. */
const RESOLVED = 1.5;
const AT_LEAST = 2;
const SHARE = 0.5;

const weightOf = ({ likeness, resolved }: Voter): number => likeness * (resolved ? RESOLVED : 1);
const total = (voters: readonly Voter[]): number => voters.reduce((sum, one) => sum + weightOf(one), 0);

/**
 * The category that similar tickets speak for: at least two of them, with more than half of the weight of all that have one.
 * None where they do not agree.
 */
export function voteOf(similar: readonly Voter[]): SuggestedCategory | null {
  const voters = similar
    .filter((one) => one.category !== null)
    .toSorted((a, b) => weightOf(b) - weightOf(a) || a.key.localeCompare(b.key));
  for (const [id, agreed] of Map.groupBy(voters, (one) => one.category?.id ?? '')) {
    if (agreed.length < AT_LEAST || total(agreed) <= SHARE * total(voters)) continue;
    const ticketKeys = agreed.map(({ key }) => key);
    const why = `${agreed.length} of ${voters.length} similar tickets: ${ticketKeys.join(', ')}`;
    return { id, name: agreed[0]?.category?.path ?? '', why, ticketKeys };
  }
  return null;
}
