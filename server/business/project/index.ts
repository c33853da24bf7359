import { projectRoutes } from './routes.ts';
import { projectTaskRoutes } from './routes-tasks.ts';

export { createProjectFromQuote, type QuotedProject } from './from-quote.ts';

export const projectModule = { name: 'project', routes: [...projectRoutes, ...projectTaskRoutes] };
