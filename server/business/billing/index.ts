import { billingRoutes } from './routes.ts';

export const billingModule = { name: 'billing', routes: billingRoutes };
