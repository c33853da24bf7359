import { liveRoutes } from './routes.ts';

export const liveModule = { name: 'live', routes: liveRoutes };
