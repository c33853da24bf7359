import { createRoute } from '@tanstack/react-router';
import { page } from '#web/ui/load/route.ts';
import { frame } from './base.ts';

const time = createRoute({
  getParentRoute: () => frame,
  path: '/time',
  component: page(() => import('../time/time-page.tsx')),
});
const timeApproval = createRoute({
  getParentRoute: () => frame,
  path: '/time/approval',
  component: page(() => import('../time/approval-page.tsx')),
});

/** Pages of what is worked and billed. */
export const businessPages = [time, timeApproval];
