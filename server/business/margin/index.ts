import { marginRoutes } from './routes.ts';

export { createCost } from './costs.ts';

export const marginModule = { name: 'margin', routes: marginRoutes };
