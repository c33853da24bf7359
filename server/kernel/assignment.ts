export const STRATEGIES = ['manual', 'round_robin', 'load_balanced', 'by_skill'] as const;
export type Strategy = (typeof STRATEGIES)[number];

export type Candidate = {
  readonly id: string;
  readonly name: string;
  readonly skills: readonly string[];
  /** Open tickets the person is meant to carry at most; 0 means none. */
  readonly capacity: number;
  readonly openCount: number;
  readonly onLeave: boolean;
  /** Has a role that works tickets. */
  readonly worksTickets: boolean;
  /** Works for the client. */
  readonly reachesClient: boolean;
  readonly lastAssignedAt: string | null;
};
export type Verdict = 'chosen' | 'next' | 'on_leave' | 'unavailable' | 'lacks_skill' | 'full';
export type AssignmentDecision = {
  readonly personId: string | null;
  readonly why: {
    readonly sentence: string;
    readonly strategy: Strategy;
    readonly requiredSkills: readonly string[];
    /** Everybody looked at: who could take it, best first, then who could not. */
    readonly considered: readonly {
      readonly id: string;
      readonly name: string;
      readonly verdict: Verdict;
      readonly reason: string;
    }[];
  };
};

/**
 * Chooses who takes a ticket. Nobody on leave, unavailable or full is chosen; required skills are a must for `by_skill`
 * and a preference otherwise. The order of the candidates does not matter: ties go to whoever waited longest, then by name.
 */
export function decideAssignee(
  strategy: Strategy,
  candidates: readonly Candidate[],
  requiredSkills: readonly string[] = [],
): AssignmentDecision {
  const answer = (personId: string | null, sentence: string, considered: AssignmentDecision['why']['considered']) => ({
    personId,
    why: { sentence, strategy, requiredSkills, considered },
  });
  if (strategy === 'manual') return answer(null, 'This team assigns by hand.', []);
  const refused = candidates.flatMap((person) => refusal(person, strategy, requiredSkills) ?? []);
  const fit = candidates
    .filter((person) => refusal(person, strategy, requiredSkills) === null)
    .sort((a, b) => rank(strategy, requiredSkills, a, b));
  const [first] = fit;
  const considered = [
    ...fit.map((person, i) => ({
      id: person.id,
      name: person.name,
      verdict: i === 0 ? ('chosen' as const) : ('next' as const),
      reason: standing(strategy, requiredSkills, person),
    })),
    ...refused.sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id)),
  ];
  if (first)
    return answer(first.id, chosen(strategy, requiredSkills, first, fit.length, candidates.length), considered);
  const nobody =
    candidates.length === 0
      ? 'The team has nobody to assign to.'
      : `Nobody can take it: ${refused.map(({ name, reason }) => `${name} ${reason}`).join(', ')}.`;
  return answer(null, nobody, considered);
}

function refusal(person: Candidate, strategy: Strategy, required: readonly string[]) {
  const no = (verdict: Verdict, reason: string) => ({ id: person.id, name: person.name, verdict, reason });
  const missing = required.filter((skill) => !has(person, skill));
  if (person.onLeave) return no('on_leave', 'is on leave');
  if (!person.worksTickets) return no('unavailable', 'has no role that works tickets');
  if (!person.reachesClient) return no('unavailable', 'does not work for this client');
  if (strategy === 'by_skill' && missing.length > 0) return no('lacks_skill', `lacks ${missing.join(' and ')}`);
  if (person.openCount >= person.capacity) return no('full', `is full with ${person.openCount} of ${person.capacity}`);
  return null;
}

function rank(strategy: Strategy, required: readonly string[], a: Candidate, b: Candidate): number {
  const skilled = strategy === 'round_robin' ? 0 : matches(b, required) - matches(a, required);
  // Shares are compared crosswise, a/b < c/d as ad < cb, because whole numbers do not round.
  const lighter = strategy === 'round_robin' ? 0 : a.openCount * b.capacity - b.openCount * a.capacity;
  return (
    skilled ||
    lighter ||
    instant(a.lastAssignedAt) - instant(b.lastAssignedAt) ||
    compare(a.name, b.name) ||
    compare(a.id, b.id)
  );
}

function standing(strategy: Strategy, required: readonly string[], person: Candidate): string {
  const load = `${person.openCount} of ${person.capacity} open`;
  const turn = person.lastAssignedAt === null ? 'never assigned here yet' : `last assigned ${person.lastAssignedAt}`;
  const skills = required.length > 0 ? `, ${matches(person, required)} of ${required.length} skills` : '';
  return strategy === 'round_robin' ? `${turn}${skills}` : `${load}${skills}`;
}

function chosen(strategy: Strategy, required: readonly string[], person: Candidate, fit: number, all: number): string {
  const because = {
    manual: '',
    round_robin: person.lastAssignedAt === null ? 'has not had a turn yet' : 'has waited longest for a turn',
    load_balanced: `carries the least: ${person.openCount} of ${person.capacity}`,
    by_skill: `${required.length > 0 ? `knows ${required.join(' and ')} and ` : ''}carries the least: ${person.openCount} of ${person.capacity}`,
  };
  return `${person.name} ${because[strategy]} (${fit} of ${all} could take it).`;
}

const has = (person: Candidate, skill: string) =>
  person.skills.some((own) => own.toLowerCase() === skill.toLowerCase());
const matches = (person: Candidate, required: readonly string[]) =>
  required.filter((skill) => has(person, skill)).length;
const instant = (iso: string | null) => (iso === null ? 0 : Date.parse(iso));
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
