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
const expenses = createRoute({
  getParentRoute: () => frame,
  path: '/time/expenses',
  component: page(() => import('../time/expenses/expenses-page.tsx')),
});
const payBack = createRoute({
  getParentRoute: () => frame,
  path: '/time/pay-back',
  component: page(() => import('../time/expenses/pay-back-page.tsx')),
});

const billing = [
  createRoute({
    getParentRoute: () => frame,
    path: '/billing',
    component: page(() => import('../billing/invoices-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/margin',
    component: page(() => import('../billing/margin/margin-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/recurring',
    component: page(() => import('../billing/margin/recurring-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/costs',
    component: page(() => import('../billing/margin/costs-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/owed',
    component: page(() => import('../billing/owed-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/invoices/$id',
    component: page(() => import('../billing/invoice-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/runs',
    component: page(() => import('../billing/runs-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/runs/$id',
    component: page(() => import('../billing/run-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/contracts',
    component: page(() => import('../billing/contracts-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/contracts/$id',
    component: page(() => import('../billing/contract-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/quotes',
    component: page(() => import('../billing/quotes/quotes-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/quotes/$id',
    component: page(() => import('../billing/quotes/quote-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/orders',
    component: page(() => import('../billing/quotes/orders-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/price-book',
    component: page(() => import('../billing/products/price-book-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/templates',
    component: page(() => import('../billing/templates/templates-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/templates/$id',
    component: page(() => import('../billing/templates/template-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/counts',
    component: page(() => import('../billing/counts-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/vendors',
    component: page(() => import('../billing/vendors-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/charges',
    component: page(() => import('../billing/charges-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/rates',
    component: page(() => import('../billing/rates-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/billing/accounting',
    component: page(() => import('../billing/accounting/accounting-page.tsx')),
  }),
] as const;

/** Pages of what is worked and billed. */
const timeUtilisation = createRoute({
  getParentRoute: () => frame,
  path: '/time/utilisation',
  component: page(() => import('../time/utilisation-page.tsx')),
});
const projects = [
  createRoute({
    getParentRoute: () => frame,
    path: '/projects',
    component: page(() => import('../projects/projects-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/projects/templates',
    component: page(() => import('../projects/templates-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/projects/$id',
    component: page(() => import('../projects/project-page.tsx')),
  }),
] as const;

export const businessPages = [time, timeApproval, timeUtilisation, expenses, payBack, ...billing, ...projects] as const;
