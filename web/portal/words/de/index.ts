import type { Language } from '../areas.ts';
import first from './first.ts';

/** The portal in German: what every page says at once, the rest file by file. */
export default {
  first,
  access: () => import('./access.ts'),
  approvals: () => import('./approvals.ts'),
  enter: () => import('./enter.ts'),
  files: () => import('./files.ts'),
  invoices: () => import('./invoices.ts'),
  knowledge: () => import('./knowledge.ts'),
  order: () => import('./order.ts'),
  people: () => import('./people.ts'),
  projects: () => import('./projects.ts'),
  quotes: () => import('./quotes.ts'),
  raise: () => import('./raise.ts'),
  security: () => import('./security.ts'),
  status: () => import('./status.ts'),
  ticket: () => import('./ticket.ts'),
  tickets: () => import('./tickets.ts'),
} satisfies Language;
