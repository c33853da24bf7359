import { billingRoutes } from './routes.ts';
import { portalBillingRoutes } from './routes-portal.ts';

export const billingModule = { name: 'billing', routes: [...billingRoutes, ...portalBillingRoutes] };
