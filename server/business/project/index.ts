import type { Services } from '#platform/context/index.ts';
import { projectRoutes } from './routes.ts';
import { portalProjectRoutes } from './routes-portal.ts';
import { projectTaskRoutes } from './routes-tasks.ts';
import { projectTemplateRoutes } from './routes-templates.ts';
import { warnOfBudgets } from './warn.ts';

export { createProjectFromQuote, type QuotedProject } from './from-quote.ts';
export { reachMilestone } from './milestones.ts';
export { createProject, saveProject } from './projects.ts';
export { viewProject } from './queries.ts';
export { createTemplate } from './templates.ts';

const FIVE_MINUTES_MS = 300_000;

export const projectModule = {
  name: 'project',
  routes: [...projectRoutes, ...projectTaskRoutes, ...projectTemplateRoutes, ...portalProjectRoutes],
  loops: [
    {
      name: 'project.warn',
      everyMs: FIVE_MINUTES_MS,
      run: (services: Services, signal: AbortSignal) => warnOfBudgets(services, signal),
    },
  ],
};
