import { createRoute } from '@tanstack/react-router';
import { Failed } from '#web/ui/feedback/failed.tsx';
import { page, root } from '#web/ui/load/route.ts';
import { enterOwn, requireContact } from './contact.ts';
import { lookForReader } from './knowledge/reader.ts';
import { speakToVisitor } from './words/speak.ts';

/** Pages before somebody is signed in. */
const doors = [
  createRoute({
    getParentRoute: () => root,
    path: '/portal/sign-in',
    beforeLoad: speakToVisitor,
    component: page(() => import('./enter-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/for/$code',
    beforeLoad: enterOwn,
    component: page(() => import('./enter-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/password',
    beforeLoad: speakToVisitor,
    component: page(() => import('./password-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/rate',
    beforeLoad: speakToVisitor,
    component: page(() => import('./rate-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/stop-mail',
    beforeLoad: speakToVisitor,
    component: page(() => import('./stop-mail-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/decide',
    beforeLoad: speakToVisitor,
    component: page(() => import('./decide-page.tsx')),
  }),
];

/** What people of clients see: a frame of its own, and nothing of the workspace. */
const portal = createRoute({
  getParentRoute: () => root,
  path: '/portal',
  beforeLoad: requireContact,
  component: page(() => import('./frame.tsx')),
  errorComponent: Failed,
});
const portalPages = [
  createRoute({
    getParentRoute: () => portal,
    path: '/',
    validateSearch: (search): { state?: 'done' } => (search['state'] === 'done' ? { state: 'done' } : {}),
    component: page(() => import('./tickets-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/tickets/$key',
    component: page(() => import('./ticket-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/security',
    component: page(() => import('./security/security-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/company',
    component: page(() => import('./company-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/status',
    component: page(() => import('./status/status-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/raise',
    component: page(() => import('./raise/raise-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/catalogue',
    component: page(() => import('./catalogue-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/catalogue/$id',
    component: page(() => import('./order/order-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/approvals',
    component: page(() => import('./approvals-page.tsx')),
  }),
];

/** What everybody may read of it, signed in or not. */
const reading = createRoute({
  getParentRoute: () => root,
  id: 'reading',
  beforeLoad: ({ location }) => lookForReader(location.pathname),
  component: page(() => import('./knowledge/frame.tsx')),
  errorComponent: Failed,
});
const readingPages = [
  createRoute({
    getParentRoute: () => reading,
    path: '/portal/knowledge',
    component: page(() => import('./knowledge/articles-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => reading,
    path: '/portal/knowledge/$id',
    component: page(() => import('./knowledge/article-page.tsx')),
  }),
];

/** Every page of the portal. */
export const portalTree = [...doors, portal.addChildren(portalPages), reading.addChildren(readingPages)] as const;
