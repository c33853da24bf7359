import type { Services } from '#platform/context/index.ts';
import { remindByItself } from './owed.ts';
import { timeRoutes } from './routes.ts';
import { ownTimeRoutes } from './routes-own.ts';
import { workTypeRoutes } from './routes-work-types.ts';
import { forgetTrails } from './trails.ts';

export { decideTime, submitTime } from './decide.ts';
export { addTime } from './entries.ts';
export { whenHandedIn } from './handed-in.ts';
export { refuseOwn, refuseUndecidable } from './refuse-decided.ts';
export { todayOf, zoneOf } from './rows.ts';
export { mayEdit, refuseSettled } from './settled.ts';
export { sheetOf } from './sheet.ts';
export { tellReturned } from './tell-returned.ts';
export { noteSeen } from './trails.ts';

const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];

export const timeModule = {
  name: 'time',
  routes: [...timeRoutes, ...ownTimeRoutes, ...workTypeRoutes],
  loops: [
    { name: 'time.forget', everyMs: DAY_MS, run: (services: Services) => forgetTrails(services) },
    { name: 'time.remind', everyMs: HOUR_MS, run: (services: Services) => remindByItself(services) },
  ],
};
