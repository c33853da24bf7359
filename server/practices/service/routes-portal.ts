import { defineRoute } from '#platform/http/index.ts';
import { callingReader, inWordsOf } from '#platform/words/index.ts';
import { PortalServices } from '#shared/service.ts';
import { portalServices } from './portal.ts';

export const portalServiceRoutes = [
  defineRoute(
    {
      method: 'GET',
      access: 'contact',
      tag: 'Portal',
      url: '/api/v1/portal/services',
      summary: 'How much of the agreed time my company’s services were there, and the outages of the last 90 days',
      response: PortalServices,
    },
    async (ctx) => {
      const { items, outages } = await portalServices(ctx);
      return inWordsOf(ctx, await callingReader(ctx), (say) => {
        const named = <T extends { service: { id: string; name: string } }>(one: T) => ({
          ...one,
          service: { ...one.service, name: say(one.service.name, 'service') },
        });
        return { items: items.map(named), outages: outages.map(named) };
      });
    },
  ),
];
