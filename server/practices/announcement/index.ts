import type { Services } from '#platform/context/index.ts';
import { ANNOUNCE_JOB, announceJob } from './mail.ts';
import { endThoseOver } from './publish.ts';
import { announcementRoutes } from './routes.ts';
import { portalAnnouncementRoutes } from './routes-portal.ts';
import './words.ts';

export { type Told, toldOfWhole } from './portal.ts';
export { endAnnouncement, publishAnnouncement, sayMore } from './publish.ts';
export { viewAnnouncement } from './queries.ts';
export { whenStatusSaid } from './said.ts';
export { widenAnnouncement } from './widen.ts';
export { createAnnouncement, discardAnnouncement, updateAnnouncement } from './write.ts';

export const announcementModule = {
  name: 'announcement',
  routes: [...announcementRoutes, ...portalAnnouncementRoutes],
  queues: [ANNOUNCE_JOB],
  jobs: (services: Services) => [announceJob(services)],
  loops: [
    {
      name: 'announcement.end',
      everyMs: 30_000,
      run: (services: Services) => endThoseOver(services),
    },
  ],
};
