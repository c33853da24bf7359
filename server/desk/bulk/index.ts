import type { Services } from '#platform/context/index.ts';
import { workBulk } from './job.ts';
import { bulkRoutes } from './routes.ts';
import { BULK_JOB } from './state.ts';

export const bulkModule = {
  name: 'bulk',
  routes: bulkRoutes,
  queues: [BULK_JOB],
  jobs: (services: Services) => [workBulk(services)],
};
