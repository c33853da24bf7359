import { createRoute } from '@tanstack/react-router';
import { Failed } from '#web/ui/feedback/failed.tsx';
import { page, root } from '#web/ui/load/route.ts';
import { enterOwn, requireContact } from './contact.ts';
import { lookForReader } from './knowledge/reader.ts';
import { saying } from './words/saying.ts';
import { speakToVisitor } from './words/speak.ts';

/** Pages before somebody is signed in. */
const doors = [
  createRoute({
    getParentRoute: () => root,
    path: '/portal/sign-in',
    beforeLoad: speakToVisitor,
    component: page(saying(() => import('./enter-page.tsx'), 'enter')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/for/$code',
    beforeLoad: enterOwn,
    component: page(saying(() => import('./enter-page.tsx'), 'enter')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/password',
    beforeLoad: speakToVisitor,
    component: page(saying(() => import('./password-page.tsx'), 'enter')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/rate',
    beforeLoad: speakToVisitor,
    component: page(saying(() => import('./rate-page.tsx'), 'ticket')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/stop-mail',
    beforeLoad: speakToVisitor,
    component: page(saying(() => import('./stop-mail-page.tsx'), 'status')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/decide',
    beforeLoad: speakToVisitor,
    component: page(saying(() => import('./decide-page.tsx'), 'approvals', 'order')),
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
    component: page(saying(() => import('./tickets-page.tsx'), 'tickets', 'status')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/tickets/$key',
    component: page(saying(() => import('./ticket-page.tsx'), 'ticket', 'people', 'files')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/security',
    component: page(saying(() => import('./security/security-page.tsx'), 'security', 'enter')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/company',
    component: page(saying(() => import('./company-page.tsx'), 'tickets')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/access',
    component: page(saying(() => import('./access/access-page.tsx'), 'access')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/invoices',
    component: page(saying(() => import('./invoices/invoices-page.tsx'), 'invoices')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/invoices/$id',
    component: page(saying(() => import('./invoices/invoice-page.tsx'), 'invoices')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/projects',
    component: page(saying(() => import('./projects/projects-page.tsx'), 'projects')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/projects/$id',
    component: page(saying(() => import('./projects/project-page.tsx'), 'projects')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/quotes',
    component: page(saying(() => import('./quotes/quotes-page.tsx'), 'quotes')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/quotes/$id',
    component: page(saying(() => import('./quotes/quote-page.tsx'), 'quotes')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/contracts/$id',
    component: page(saying(() => import('./quotes/contract-page.tsx'), 'quotes')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/status',
    component: page(saying(() => import('./status/status-page.tsx'), 'status')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/planned/$id',
    component: page(saying(() => import('./status/planned-page.tsx'), 'status')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/raise',
    component: page(saying(() => import('./raise/raise-page.tsx'), 'raise', 'people', 'files', 'order', 'status')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/catalogue',
    component: page(saying(() => import('./catalogue-page.tsx'), 'order')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/catalogue/$id',
    validateSearch: (search): { again?: string } =>
      typeof search['again'] === 'string' ? { again: search['again'] } : {},
    component: page(saying(() => import('./order/order-page.tsx'), 'order', 'files')),
  }),
  createRoute({
    getParentRoute: () => portal,
    path: '/approvals',
    component: page(saying(() => import('./approvals-page.tsx'), 'approvals', 'order')),
  }),
];

/** What everybody may read of it, signed in or not. */
const reading = createRoute({
  getParentRoute: () => root,
  id: 'reading',
  beforeLoad: ({ location }) => lookForReader(location.pathname),
  component: page(() => import('./knowledge/reading-frame.tsx')),
  errorComponent: Failed,
});
const readingPages = [
  createRoute({
    getParentRoute: () => reading,
    path: '/portal/knowledge',
    component: page(saying(() => import('./knowledge/articles-page.tsx'), 'knowledge')),
  }),
  createRoute({
    getParentRoute: () => reading,
    path: '/portal/knowledge/$id',
    component: page(saying(() => import('./knowledge/article-page.tsx'), 'knowledge')),
  }),
];

/** Every page of the portal. */
export const portalTree = [...doors, portal.addChildren(portalPages), reading.addChildren(readingPages)] as const;
