import type { Services } from '#platform/context/index.ts';
import { REACH_JOB, reachJob } from './reach.ts';
import { remindDue } from './remind.ts';
import { majorRoutes } from './routes.ts';
import { portalMajorRoutes } from './routes-portal.ts';

export { editMajor } from './edit.ts';
export { moveMajor } from './move.ts';
export { proposeMajor } from './propose.ts';
export { viewMajor } from './queries.ts';
export { remindDue } from './remind.ts';
export { writeReview } from './review.ts';
export { tellClients } from './say.ts';

export const majorModule = {
  name: 'major',
  routes: [...majorRoutes, ...portalMajorRoutes],
  queues: [REACH_JOB],
  jobs: (services: Services) => [reachJob(services)],
  loops: [{ name: 'major.remind', everyMs: 15_000, run: (services: Services) => remindDue(services) }],
};
