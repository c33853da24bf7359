import type { Services } from '#platform/context/index.ts';
import { countRoutes } from './routes.ts';
import { vendorRoutes } from './routes-vendor.ts';
import { takeDailyCounts } from './take.ts';

export { listCounts } from './counts.ts';
export { importList } from './lists.ts';
export { mapName } from './names.ts';
export { countNow } from './take.ts';
export { openVariances } from './variances.ts';

/** Soon after midnight, wherever a client is. */
const EVERY_MS = 600_000;

export const countModule = {
  name: 'count',
  routes: [...countRoutes, ...vendorRoutes],
  loops: [{ name: 'count.daily', everyMs: EVERY_MS, run: (services: Services) => takeDailyCounts(services) }],
};
