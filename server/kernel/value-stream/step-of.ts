import type { Standing, StepRule, StreamStep } from './types.ts';

const namesNothing = ({ statuses, categories, teamIds, assigned }: StepRule): boolean =>
  statuses.length + categories.length + teamIds.length === 0 && assigned === null;

const fits = (rule: StepRule, { status, category, teamId, assigned }: Standing): boolean =>
  !namesNothing(rule) &&
  (rule.statuses.length === 0 || rule.statuses.includes(status)) &&
  (rule.categories.length === 0 || rule.categories.includes(category)) &&
  (rule.teamIds.length === 0 || (teamId !== null && rule.teamIds.includes(teamId))) &&
  (rule.assigned === null || rule.assigned === assigned);

/**
 * The place of the step at which a ticket is: the last one whose rule fits; where none does, it stays where it was. Every ticket begins at
 * the first step, whose rule may name nothing: then nothing leads back to it.
 */
export function stepOf(steps: readonly StreamStep[], at: Standing, before: number): number {
  const found = steps.findLastIndex(({ rule }) => fits(rule, at));
  return found < 0 ? before : found;
}
