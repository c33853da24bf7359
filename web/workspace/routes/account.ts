import { createRoute } from '@tanstack/react-router';
import { page } from '#web/ui/load/route.ts';
import { frame } from './base.ts';

const room = createRoute({
  getParentRoute: () => frame,
  path: '/account',
  component: page(() => import('../account/account-page.tsx')),
});
const pages = [
  createRoute({
    getParentRoute: () => room,
    path: '/',
    component: page(() => import('../account/profile-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'notifications',
    validateSearch: (search): { show?: 'unread' } => (search['show'] === 'unread' ? { show: 'unread' } : {}),
    component: page(() => import('../account/notices-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'notification-settings',
    component: page(() => import('../account/notice-preferences.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'on-call',
    component: page(() => import('../account/on-call-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'sign-in',
    component: page(() => import('../account/sign-in-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'sessions',
    component: page(() => import('../account/sessions-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'keys',
    component: page(() => import('../account/keys-page.tsx')),
  }),
];

/** What somebody keeps for themselves. */
export const account = room.addChildren(pages);
