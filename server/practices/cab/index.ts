import { cabRoutes } from './routes.ts';

export const cabModule = { name: 'cab', routes: cabRoutes };
