import type { Services } from '#platform/context/index.ts';
import { SAMPLE_JOB } from '#platform/identity/index.ts';
import { loadSample } from './load.ts';
import type { PlanSize } from './plan/plan.ts';
import { sampleRoutes } from './progress.ts';

export { type LoadOptions, loadSample } from './load.ts';

export const sampleModule = {
  name: 'sample',
  routes: sampleRoutes,
  // However often the program is stopped meanwhile, the load goes on.
  queues: [{ name: SAMPLE_JOB, retries: 1_000 }],
  jobs: (services: Services) => [
    {
      name: SAMPLE_JOB,
      run: (size: PlanSize, signal?: AbortSignal) => loadSample(services, { ...size, ...(signal ? { signal } : {}) }),
    },
  ],
};
