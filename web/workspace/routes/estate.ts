import { createRoute } from '@tanstack/react-router';
import { page } from '#web/ui/load/route.ts';
import { frame } from './base.ts';

const estate = createRoute({
  getParentRoute: () => frame,
  path: '/estate',
  component: page(() => import('../estate/estate-page.tsx')),
});
const itemDuplicates = createRoute({
  getParentRoute: () => frame,
  path: '/estate/duplicates',
  component: page(() => import('../estate/duplicates-page.tsx')),
});
const itemEnds = createRoute({
  getParentRoute: () => frame,
  path: '/estate/ends',
  component: page(() => import('../estate/ends-page.tsx')),
});
const itemStock = createRoute({
  getParentRoute: () => frame,
  path: '/estate/stock',
  component: page(() => import('../estate/stock-page.tsx')),
});
const itemLicences = createRoute({
  getParentRoute: () => frame,
  path: '/estate/licences',
  component: page(() => import('../estate/licences-page.tsx')),
});
const itemLabels = createRoute({
  getParentRoute: () => frame,
  path: '/estate/labels',
  component: page(() => import('../estate/labels-page.tsx')),
});
const item = createRoute({
  getParentRoute: () => frame,
  path: '/estate/$id',
  component: page(() => import('../estate/item-page.tsx')),
});
const impact = createRoute({
  getParentRoute: () => frame,
  path: '/estate/$id/impact',
  component: page(() => import('../estate/impact-page.tsx')),
});
const alerts = createRoute({
  getParentRoute: () => frame,
  path: '/alerts',
  component: page(() => import('../alerts/alerts-page.tsx')),
});
const recurringAlerts = createRoute({
  getParentRoute: () => frame,
  path: '/alerts/recurring',
  component: page(() => import('../alerts/recurring-page.tsx')),
});
const alert = createRoute({
  getParentRoute: () => frame,
  path: '/alerts/$id',
  component: page(() => import('../alerts/alert-page.tsx')),
});

/** Pages of what clients have, and of what monitoring systems say is wrong with it. */
export const estatePages = [
  estate,
  itemDuplicates,
  itemEnds,
  itemStock,
  itemLicences,
  itemLabels,
  item,
  impact,
  alerts,
  recurringAlerts,
  alert,
];
