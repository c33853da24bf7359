import { ApiProblem } from '#web/api/problem.ts';

/** What was simulated stands no longer on what it was compared with: said in place of the server's words about saving. */
export const changedSince = (what: string): ApiProblem =>
  new ApiProblem({
    status: 409,
    code: 'stale',
    title: 'Changed meanwhile',
    detail: `${what} was changed after this simulation, which no longer tells what would differ. Nothing was published. Look at the change, then simulate again.`,
  });
