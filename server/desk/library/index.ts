import type { Services } from '#platform/context/index.ts';
import { checklistRoutes } from './checklist/routes.ts';
import { macroRoutes } from './macro/routes.ts';
import { createDue } from './recurring/due.ts';
import { recurringRoutes } from './recurring/routes.ts';
import { replyRoutes } from './reply/routes.ts';
import { templateRoutes } from './template/routes.ts';

export { createChecklist, runChecklist } from './checklist/checklists.ts';
export { createMacro } from './macro/macros.ts';
export { runMacro } from './macro/run.ts';
export { createRecurring } from './recurring/recurring.ts';
export { createCannedReply } from './reply/replies.ts';
export { createTemplate } from './template/templates.ts';

/** How often due recurring tickets are looked for. */
const EVERY_MS = 15_000;

export const libraryModule = {
  name: 'library',
  routes: [...replyRoutes, ...macroRoutes, ...checklistRoutes, ...templateRoutes, ...recurringRoutes],
  loops: [{ name: 'library.recurring', everyMs: EVERY_MS, run: (services: Services) => createDue(services) }],
};
