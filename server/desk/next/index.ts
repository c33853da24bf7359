import { nextRoutes } from './routes.ts';

export const nextModule = { name: 'next', routes: nextRoutes };
