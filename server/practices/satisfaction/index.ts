import { satisfactionRoutes } from './routes.ts';

export { followRatings } from './ask.ts';
export { COUNTS } from './queries.ts';

export const satisfactionModule = { name: 'satisfaction', routes: satisfactionRoutes };
