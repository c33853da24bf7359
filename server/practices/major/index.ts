import type { Services } from '#platform/context/index.ts';
import { remindDue } from './remind.ts';
import { majorRoutes } from './routes.ts';

export { proposeMajor } from './propose.ts';
export { remindDue } from './remind.ts';

export const majorModule = {
  name: 'major',
  routes: majorRoutes,
  loops: [{ name: 'major.remind', everyMs: 15_000, run: (services: Services) => remindDue(services) }],
};
