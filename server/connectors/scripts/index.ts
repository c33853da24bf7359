import type { Services } from '#platform/context/index.ts';
import { scriptRoutes } from './routes.ts';
import { workScripts } from './work.ts';

export const scriptModule = {
  name: 'script',
  routes: scriptRoutes,
  loops: [
    {
      name: 'script.work',
      role: 'worker' as const,
      everyMs: 2_000,
      run: (services: Services, signal: AbortSignal) => workScripts(services, signal),
    },
  ],
};
