/** What is read again after something was done with a problem. */
export const TOUCHED = [
  'GET /problems',
  'GET /problems/{idOrKey}',
  'GET /tickets/{idOrKey}',
  'GET /tickets/{idOrKey}/timeline',
  'GET /tickets/{idOrKey}/wholes',
  'GET /tickets/{idOrKey}/known-errors',
] as const;
