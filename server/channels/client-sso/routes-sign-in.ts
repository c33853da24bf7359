import Type from 'typebox';
import { Fault, notFound } from '#kernel/errors.ts';
import { type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, Nothing } from '#platform/http/index.ts';
import {
  authorizationUrl,
  beginFlow,
  browserSecret,
  FLOW_SECONDS,
  giveBrowserSecret,
  policyFor,
  setSessionCookie,
} from '#platform/identity/index.ts';
import { Id } from '#shared/http.ts';
import { GoTo } from '#shared/sso.ts';
import { finishFlow } from './callback.ts';
import { readProvider, redirectUriAt } from './provider.ts';

const tag = 'Portal';
const SIGN_IN = systemIdentity('Sign-in');
const ById = Type.Object({ id: Id });

/** The provider, if its client's people may sign in there right now, and where it sends browsers of this door back to. */
async function openProvider(services: Services, id: string, host: string) {
  return withContext(services, SIGN_IN, async (ctx) => {
    const row = await readProvider(ctx, null, id);
    const { sso } = await policyFor(ctx, row.client_id);
    if (!row.active || !sso) throw notFound('identity provider');
    return { provider: row, redirect: await redirectUriAt(ctx, row, host) };
  });
}

export const signInRoutes = [
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/portal/sign-in/oidc/:id',
      access: 'public',
      tag,
      summary: 'Begin to sign in to the portal at a client’s identity provider; send the browser to the answer’s url',
      params: ById,
      response: GoTo,
      status: 201,
    },
    async (services, { params, request, reply }) => {
      const { provider, redirect } = await openProvider(services, params.id, request.host);
      const secret = giveBrowserSecret(services, request, reply, FLOW_SECONDS);
      const flow = {
        providerId: provider.id,
        intent: 'sign_in',
        returnTo: '/portal',
        staffId: null,
        sessionId: null,
      } as const;
      const state = await withContext(services, SIGN_IN, (ctx) => beginFlow(ctx, flow, secret));
      const url = await authorizationUrl(services, provider, redirect, 'sign_in', state, secret).catch(
        (cause: unknown) => {
          throw new Fault('unavailable', `${provider.name} does not answer right now. Use another way to sign in.`, {
            cause,
          });
        },
      );
      return { url };
    },
  ),
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/portal/sign-in/oidc/:id/callback',
      access: 'public',
      tag,
      summary: 'Where a client’s identity provider sends the browser back to; ends on a page of the portal',
      params: ById,
      // Providers add parameters of their own; those that count are verified with the answer itself.
      query: Type.Object({}, { additionalProperties: true }),
      response: Nothing,
      status: 302,
    },
    async (services, { params, request, reply }) => {
      const outcome = await finishFlow(services, params.id, browserSecret(services, request), request);
      if ('token' in outcome) setSessionCookie(services, reply, outcome.token);
      const door = outcome.door ?? '/portal/sign-in';
      reply.header('location', 'refused' in outcome ? `${door}?refused=${outcome.refused}` : '/portal');
      return null;
    },
  ),
];
