import type { Services } from '#platform/context/index.ts';
import { marginRoutes } from './routes.ts';
import { warnOfContracts } from './warn.ts';

export { createCost } from './costs.ts';

const HOUR_MS = 3_600_000;

export const marginModule = {
  name: 'margin',
  routes: marginRoutes,
  loops: [{ name: 'margin.warn', everyMs: HOUR_MS, run: (services: Services) => warnOfContracts(services) }],
};
