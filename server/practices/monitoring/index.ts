import type { Services } from '#platform/context/index.ts';
import { decideDue } from './decide.ts';
import { FORGET_JOB, forgetJob } from './forget.ts';
import { alertRoutes } from './routes.ts';
import { alertRuleRoutes } from './routes-rules.ts';

export { decideDue } from './decide.ts';
export { followAlerts } from './follow.ts';
export { forgetAlerts } from './forget.ts';
export { giveAlertsOfSite } from './give.ts';
export { findLateItems } from './items.ts';
export type { AlertReading } from './reading.ts';
export type { AlertSource } from './source.ts';
export { reconcileAlerts, takeAlerts } from './take.ts';

export const monitoringModule = {
  name: 'monitoring',
  routes: [...alertRoutes, ...alertRuleRoutes],
  queues: [FORGET_JOB],
  jobs: (services: Services) => [forgetJob(services)],
  loops: [
    {
      name: 'alerts.decide',
      role: 'worker' as const,
      everyMs: 1_000,
      run: (services: Services, signal: AbortSignal) => decideDue(services, signal),
    },
  ],
};
