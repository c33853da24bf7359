import type { Services } from '#platform/context/index.ts';
import { whenStatusSaid } from '#server/practices/announcement/index.ts';
import { whenHappened } from '#server/practices/change/index.ts';
import { FOLLOW_JOB, followJob, followLater } from './follow.ts';
import { serviceRoutes } from './routes.ts';
import { portalServiceRoutes } from './routes-portal.ts';

export { availabilityByDay } from './availability-days.ts';
export { recordOutage } from './record.ts';

whenStatusSaid(followLater);
whenHappened((ctx, change) => followLater(ctx, { source: 'change', id: change.ticket_id }));

export const serviceModule = {
  name: 'service',
  routes: [...serviceRoutes, ...portalServiceRoutes],
  queues: [FOLLOW_JOB],
  jobs: (services: Services) => [followJob(services)],
};
