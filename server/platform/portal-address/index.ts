import { portalAddressRoutes } from './routes.ts';

export { clientOfHost } from './host.ts';
export { clientAt, portalCodeOf, portalPathOf, portalUrl } from './link.ts';
export { setPortalHost } from './set-host.ts';

export const portalAddressModule = { name: 'portal-address', routes: portalAddressRoutes };
