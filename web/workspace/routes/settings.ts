import { createRoute, redirect } from '@tanstack/react-router';
import { page } from '#web/ui/load/route.ts';
import { isLookPart } from '../settings/portal/parts.ts';
import { frame } from './base.ts';

const room = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: page(() => import('../settings/settings-page.tsx')),
});
const pages = [
  createRoute({
    getParentRoute: () => room,
    path: '/',
    component: page(() => import('../settings/settings-index.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'work-types',
    component: page(() => import('../settings/work-types/work-types-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'expense-kinds',
    component: page(() => import('../settings/expense-kinds/expense-kinds-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'tax-rates',
    component: page(() => import('../settings/tax-rates/tax-rates-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'audit',
    component: page(() => import('../settings/audit/audit-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'practices',
    component: page(() => import('../settings/practices/practices-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'company',
    component: page(() => import('../settings/company/company-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'mail',
    component: page(() => import('../settings/mail/mail-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'mail-templates',
    component: page(() => import('../settings/mail/templates/templates-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'mailboxes',
    component: page(() => import('../settings/mail/mailboxes-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'connectors',
    component: page(() => import('../settings/connectors/connectors-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'connectors/$id',
    component: page(() => import('../settings/connectors/connector-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'change-periods',
    component: page(() => import('../settings/change-periods/periods-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'portal',
    validateSearch: (search) => search as { client?: string; group?: string },
    component: page(() => import('../settings/portal/look-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'values/$key',
    validateSearch: (search) => search as { client?: string; group?: string },
    beforeLoad: ({ params, search }) => {
      if (isLookPart(params.key)) throw redirect({ to: '/settings/portal', search, replace: true });
    },
    component: page(() => import('../settings/values/setting-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'lifecycles/$kind',
    component: page(() => import('../settings/lifecycles/lifecycle-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'words',
    component: page(() => import('../settings/words/words-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'catalogue',
    component: page(() => import('../settings/catalogue/catalogue-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'catalogue/$id',
    component: page(() => import('../settings/catalogue/item-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'change-rules',
    component: page(() => import('../settings/change-rules/rules-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'change-models',
    component: page(() => import('../settings/change-models/models-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'alert-rules',
    component: page(() => import('../settings/alert-rules/rules-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'categories',
    component: page(() => import('../settings/lists/categories-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'item-classes',
    component: page(() => import('../settings/classes/classes-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'services',
    component: page(() => import('../settings/lists/services-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'custom-fields',
    component: page(() => import('../settings/lists/fields-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'policies',
    component: page(() => import('../settings/service-levels/policies-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'policies/$id',
    component: page(() => import('../settings/service-levels/policy-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'promised',
    validateSearch: (search) => search as { client?: string; group?: string },
    component: page(() => import('../settings/service-levels/promised-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'calendars',
    component: page(() => import('../settings/service-levels/calendars-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'simulations',
    component: page(() => import('../settings/simulations/simulations-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'simulations/$id',
    component: page(() => import('../settings/simulations/simulation-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'on-call',
    component: page(() => import('../settings/on-call/schedules-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'on-call/$id',
    component: page(() => import('../settings/on-call/schedule-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'escalation-paths',
    component: page(() => import('../settings/on-call/paths-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'canned-replies',
    component: page(() => import('../settings/library/canned-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'macros',
    component: page(() => import('../settings/library/macros-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'checklists',
    component: page(() => import('../settings/library/checklists-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'ticket-templates',
    component: page(() => import('../settings/library/templates-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'recurring-tickets',
    component: page(() => import('../settings/library/recurring-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'views',
    component: page(() => import('../settings/library/views-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => room,
    path: 'sign-in',
    component: page(() => import('../settings/lists/providers-page.tsx')),
  }),
];

/** The room of the settings with its pages. */
export const settings = room.addChildren(pages);
