import type { FieldError } from '../errors.ts';
import type { StreamTerms } from './types.ts';

/** What is wrong with a stream, each with its field: keys that are used twice, and later steps that nothing leads to. */
export function validateStream({ work, steps }: StreamTerms): FieldError[] {
  const faults: FieldError[] = [];
  if (work.kinds.length === 0)
    faults.push({ path: 'terms.work.kinds', message: 'must name a kind of ticket at least' });
  for (const [place, { key, rule }] of steps.entries()) {
    if (steps.findIndex((one) => one.key === key) < place)
      faults.push({ path: `terms.steps.${place}.key`, message: 'is the key of another step' });
    const named = rule.statuses.length + rule.categories.length + rule.teamIds.length;
    if (place > 0 && named === 0 && rule.assigned === null)
      faults.push({ path: `terms.steps.${place}.rule`, message: 'must say when a ticket comes to this step' });
  }
  return faults;
}
