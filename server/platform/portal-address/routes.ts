import Type from 'typebox';
import { Id } from '#shared/http.ts';
import { PortalAddress, PutPortalAddress } from '#shared/portal-address.ts';
import { defineRoute } from '../http/index.ts';
import { setPortalHost, viewPortalAddress } from './set-host.ts';

const common = {
  url: '/api/v1/clients/:id/portal-address',
  tag: 'Portal',
  params: Type.Object({ id: Id }),
  response: PortalAddress,
} as const;

export const portalAddressRoutes = [
  defineRoute(
    { ...common, method: 'GET', access: 'client.read', summary: 'Where a client’s people find the portal' },
    (ctx, { params }) => viewPortalAddress(ctx, params.id),
  ),
  defineRoute(
    {
      ...common,
      method: 'PUT',
      access: 'client.manage',
      summary: 'Give a client’s portal a host name of its own, or take it away; for those who see all clients',
      body: PutPortalAddress,
    },
    async (ctx, { params, body }) => {
      await setPortalHost(ctx, params.id, body.host);
      return viewPortalAddress(ctx, params.id);
    },
  ),
];
