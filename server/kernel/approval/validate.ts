import type { FieldError } from '../errors.ts';
import type { ApprovalTerms, Approver } from './types.ts';

const WEEK_HOURS = 7 * 24;

/** What cannot be meant by an approval policy, each with the place of it. `named`: whether people of one client may be named. */
export function validateApproval(terms: ApprovalTerms, named: boolean): FieldError[] {
  const faults = terms.steps.flatMap((step, at): FieldError[] => {
    const path = `steps.${at}`;
    const { quorum, approvers, above } = step;
    return [
      ...(step.name.trim() === '' ? [{ path: `${path}.name`, message: 'needs words' }] : []),
      ...(approvers.length === 0 ? [{ path: `${path}.approvers`, message: 'needs somebody to ask' }] : []),
      ...(new Set(approvers.map(keyOf)).size < approvers.length
        ? [{ path: `${path}.approvers`, message: 'names somebody twice' }]
        : []),
      ...(!named && approvers.some(({ kind }) => kind === 'contact')
        ? [{ path: `${path}.approvers`, message: 'can name a person of a client only in what holds for that client' }]
        : []),
      ...(typeof quorum === 'number' && !(Number.isInteger(quorum) && quorum >= 1 && quorum <= 50)
        ? [{ path: `${path}.quorum`, message: 'must be a number from 1 to 50' }]
        : []),
      ...(above !== null && !(Number.isSafeInteger(above) && above >= 0)
        ? [{ path: `${path}.above`, message: 'must be an amount' }]
        : []),
    ];
  });
  const { expireAfterHours, remindEveryHours } = terms;
  if (!(expireAfterHours >= 1 && expireAfterHours <= 13 * WEEK_HOURS))
    faults.push({ path: 'expireAfterHours', message: 'must be from an hour to 13 weeks' });
  if (remindEveryHours !== null && !(remindEveryHours >= 1 && remindEveryHours <= expireAfterHours))
    faults.push({ path: 'remindEveryHours', message: 'must be from an hour to when it expires' });
  if (terms.steps.length === 0) faults.push({ path: 'steps', message: 'needs a step; without one nobody is asked' });
  return faults;
}

const keyOf = (approver: Approver): string => JSON.stringify(Object.entries(approver).sort());
