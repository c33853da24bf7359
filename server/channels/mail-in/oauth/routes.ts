import Type from 'typebox';
import { Fault } from '#kernel/errors.ts';
import { withContext } from '#platform/context/index.ts';
import { defineFreeRoute, Nothing } from '#platform/http/index.ts';
import { requireFresh } from '#platform/identity/index.ts';
import { Id } from '#shared/http.ts';
import { RECEIVER } from '../receiver.ts';
import { beginConnecting, finishConnecting } from './connect.ts';

const tag = 'Mail';

export const oauthRoutes = [
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/mail/mailboxes/:id/connect',
      access: 'settings.manage',
      tag,
      summary: 'Ask the mailbox’s provider for the permission to read it; answers the address to go to',
      params: Type.Object({ id: Id }),
      response: Type.Object({ url: Type.String() }),
    },
    (services, { session, params }) => {
      requireFresh(session, services.now());
      const { identity } = session as NonNullable<typeof session>;
      return withContext(services, { ...RECEIVER, actor: identity.actor }, (ctx) =>
        beginConnecting(ctx, identity, params.id),
      );
    },
  ),
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/mail/oauth/callback',
      access: 'settings.manage',
      tag,
      summary: 'Where a provider sends the browser back to; leads on to the settings',
      // Providers add parameters of their own; those that count are verified with the answer itself.
      query: Type.Object({}, { additionalProperties: true }),
      response: Nothing,
      status: 302,
    },
    async (services, { session, request, reply }) => {
      const { identity } = session as NonNullable<typeof session>;
      const search = new URL(request.url, services.baseUrl).search;
      const by = { staffId: identity.scope.principalId ?? '', actor: identity.actor };
      const query = await finishConnecting(services, by, search).then(
        (id) => `connected=${id}`,
        (error: unknown) => {
          if (!(error instanceof Fault)) throw error;
          services.log.warn({ err: error }, 'mail: a mailbox was not connected');
          return 'refused=1';
        },
      );
      reply.header('location', `/settings/mailboxes?${query}`);
      return null;
    },
  ),
];
