import { viewRoutes } from './routes.ts';

export { createView } from './commands.ts';

export const viewModule = { name: 'view', routes: viewRoutes };
