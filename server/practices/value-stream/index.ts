import type { Services } from '#platform/context/index.ts';
import { streamRoutes } from './routes.ts';
import { workOutDue } from './work.ts';

export { flowChanged, followStreams } from './follow.ts';
export { periodOf } from './period.ts';
export { efficienciesIn, waitsIn } from './waits.ts';
export { workOutDue } from './work.ts';

export const valueStreamModule = {
  name: 'value-stream',
  routes: streamRoutes,
  loops: [
    {
      name: 'value-stream.work',
      role: 'worker' as const,
      everyMs: 5_000,
      run: (services: Services, signal: AbortSignal) => workOutDue(services, signal),
    },
  ],
};
