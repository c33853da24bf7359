import { systemIdentity, withContext } from '#platform/context/index.ts';
import { defineFreeRoute } from '#platform/http/index.ts';
import { clientAt, portalPathOf } from '#platform/portal-address/index.ts';
import { PortalBrand, PortalQuery } from '#shared/brand.ts';
import { brandOf } from './brand-of.ts';

const PORTAL = systemIdentity('Portal');

export const publicRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/public/portal',
      access: 'public',
      tag: 'Portal',
      summary:
        'How the portal looks: to a client’s person their own, to others that of the address, else the provider’s',
      query: PortalQuery,
      response: PortalBrand,
    },
    (services, { query, request, session }) =>
      withContext(services, PORTAL, async (ctx) => {
        const client = await clientAt(ctx, { host: request.host, code: query.for, session });
        const mine = session?.identity.scope.principal === 'contact' && client !== null;
        return { ...(await brandOf(ctx, client)), home: mine ? await portalPathOf(ctx, client) : null };
      }),
  ),
];
