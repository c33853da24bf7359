import type { Services } from '#platform/context/index.ts';
import { whenCreated, whenGuarded, whenMoved } from '#server/desk/ticket/index.ts';
import { FOLLOW_JOB, followJob } from './follow.ts';
import { missingOf } from './guards.ts';
import { LOOK_JOB, lookDaily, lookJob } from './look.ts';
import { followMoved } from './moved.ts';
import { tellOfDueReviews } from './review-due.ts';
import { problemRoutes } from './routes.ts';
import { knownErrorRoutes } from './routes-known-error.ts';
import { proposalRoutes } from './routes-proposal.ts';
import { beginProblem } from './rows.ts';

export { enterAdvisory } from './advisories.ts';
export { updateProblem } from './change.ts';
export { changeFailed, changeRaised } from './fix.ts';
export { publishKnownError } from './known-errors.ts';
export { lookForProblems } from './look.ts';
export { openProblem } from './open.ts';
export { tellOfDueReviews } from './review-due.ts';
export { useKnownError } from './use.ts';

whenCreated('problem', beginProblem);
whenGuarded('problem', missingOf);
whenMoved('problem', followMoved);

const HOUR_MS = 3_600_000;

export const problemModule = {
  name: 'problem',
  routes: [...problemRoutes, ...knownErrorRoutes, ...proposalRoutes],
  queues: [FOLLOW_JOB, LOOK_JOB],
  jobs: (services: Services) => [followJob(services), lookJob(services)],
  loops: [
    { name: 'problem.look', everyMs: HOUR_MS, run: (services: Services) => lookDaily(services) },
    {
      name: 'problem.reviews',
      everyMs: 60_000,
      run: (services: Services, signal: AbortSignal) => tellOfDueReviews(services, signal),
    },
  ],
};
