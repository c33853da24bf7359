import { signingRoutes } from './routes.ts';

export const signingModule = { name: 'signing', routes: signingRoutes };
