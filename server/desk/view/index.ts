import { viewRoutes } from './routes.ts';

export const viewModule = { name: 'view', routes: viewRoutes };
