import type { ProblemView } from '#shared/problem.ts';

/** Whether an incident of a problem is still to be resolved. */
export const isOpenIncident = ({ statusCategory }: ProblemView['incidents'][number]): boolean =>
  ['new', 'open', 'waiting'].includes(statusCategory);

/** What is read again after something was done with a problem. */
export const TOUCHED = [
  'GET /problems',
  'GET /problems/{idOrKey}',
  'GET /tickets/{idOrKey}',
  'GET /tickets/{idOrKey}/timeline',
  'GET /tickets/{idOrKey}/wholes',
  'GET /tickets/{idOrKey}/known-errors',
] as const;
