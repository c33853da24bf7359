import { satisfactionRoutes } from './routes.ts';

export { followRatings } from './ask.ts';

export const satisfactionModule = { name: 'satisfaction', routes: satisfactionRoutes };
