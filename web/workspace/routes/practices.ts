import { createRoute } from '@tanstack/react-router';
import { page } from '#web/ui/load/route.ts';
import { frame } from './base.ts';

const problems = createRoute({
  getParentRoute: () => frame,
  path: '/problems',
  validateSearch: (search) => search as { show?: string; client?: string; state?: string },
  component: page(() => import('../problems/problems-page.tsx')),
});
const majors = createRoute({
  getParentRoute: () => frame,
  path: '/major-incidents',
  component: page(() => import('../major/majors-page.tsx')),
});
const major = createRoute({
  getParentRoute: () => frame,
  path: '/major-incidents/$key',
  component: page(() => import('../major/command-page.tsx')),
});
const changes = createRoute({
  getParentRoute: () => frame,
  path: '/changes',
  component: page(() => import('../changes/changes-page.tsx')),
});
const changeSuccess = createRoute({
  getParentRoute: () => frame,
  path: '/changes/success',
  component: page(() => import('../changes/success-page.tsx')),
});
const changeBoards = createRoute({
  getParentRoute: () => frame,
  path: '/changes/cab',
  component: page(() => import('../changes/cab/boards-page.tsx')),
});
const changeMeeting = createRoute({
  getParentRoute: () => frame,
  path: '/changes/cab/$id',
  component: page(() => import('../changes/cab/meeting-page.tsx')),
});
const changeEvidence = createRoute({
  getParentRoute: () => frame,
  path: '/tickets/$key/evidence',
  component: page(() => import('../ticket/change/evidence-page.tsx')),
});
const services = createRoute({
  getParentRoute: () => frame,
  path: '/services',
  component: page(() => import('../services/portfolio-page.tsx')),
});
const service = createRoute({
  getParentRoute: () => frame,
  path: '/services/$id',
  component: page(() => import('../services/offering-page.tsx')),
});
const clientService = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$id/services/$serviceId',
  component: page(() => import('../services/client-service-page.tsx')),
});
const improvements = createRoute({
  getParentRoute: () => frame,
  path: '/improvements',
  component: page(() => import('../improvements/improvements-page.tsx')),
});
const improvement = createRoute({
  getParentRoute: () => frame,
  path: '/improvements/$id',
  component: page(() => import('../improvements/improvement-page.tsx')),
});
const valueStreams = createRoute({
  getParentRoute: () => frame,
  path: '/value-streams',
  component: page(() => import('../value-streams/streams-page.tsx')),
});
const valueStream = createRoute({
  getParentRoute: () => frame,
  path: '/value-streams/$id',
  component: page(() => import('../value-streams/stream-page.tsx')),
});

/** Pages of problems, major incidents, changes, services and what is made better. */
export const practicePages = [
  problems,
  majors,
  major,
  changes,
  changeSuccess,
  changeBoards,
  changeMeeting,
  changeEvidence,
  services,
  service,
  clientService,
  improvements,
  improvement,
  valueStreams,
  valueStream,
];
