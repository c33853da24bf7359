import type { Services } from '#platform/context/index.ts';
import { measureDue } from './due.ts';
import { improvementRoutes } from './routes.ts';

export { measureDue } from './due.ts';
export { measureEffect, takeBaseline } from './measure.ts';
export { viewImprovement } from './queries.ts';
export { createImprovement, saveImprovement } from './write.ts';

const HOUR_MS = 3_600_000;

export const improvementModule = {
  name: 'improvement',
  routes: improvementRoutes,
  loops: [
    {
      name: 'improvement.measure',
      everyMs: HOUR_MS,
      run: (services: Services, signal: AbortSignal) => measureDue(services, signal),
    },
  ],
};
