import { portalRoutes } from './routes.ts';
import { signInRoutes } from './routes-sign-in.ts';

export const portalModule = { name: 'portal', routes: [...signInRoutes, ...portalRoutes] };
