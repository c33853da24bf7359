import type { Services } from '#platform/context/index.ts';
import { pageRoutes } from './routes.ts';
import { pathRoutes } from './routes-path.ts';
import { sweepPages } from './sweep.ts';

export { type EndedClock, endPagesOf, followPages } from './end.ts';
export { startPage } from './start.ts';
export { sweepPages } from './sweep.ts';

export const escalationModule = {
  name: 'escalation',
  routes: [...pageRoutes, ...pathRoutes],
  loops: [
    {
      name: 'escalation.sweep',
      everyMs: 2_000,
      run: (services: Services, signal: AbortSignal) => sweepPages(services, signal),
    },
  ],
};
