import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Fault, notFound } from '#kernel/errors.ts';
import { Id } from '#shared/http.ts';
import { GoTo, SignInOptions, StartLink, StartSignIn } from '#shared/sso.ts';
import { type Services, systemIdentity, withContext } from '../../context/index.ts';
import { defineFreeRoute, Nothing, type Session } from '../../http/index.ts';
import { browserSecret, giveBrowserSecret } from '../browser-secret.ts';
import { refuseLockingOut } from '../methods.ts';
import { relyingParty } from '../passkey/relying-party.ts';
import { asSystem, freshPerson, person } from '../person.ts';
import { forgetCallers } from '../remembered.ts';
import { setSessionCookie } from '../session.ts';
import { staffEvent } from '../staff-event.ts';
import { finishFlow } from './callback.ts';
import { redirectUri } from './client.ts';
import { authorizationUrl } from './exchange.ts';
import { beginFlow, FLOW_SECONDS, type Intent, localPath } from './flow.ts';

const SIGN_IN = systemIdentity('Sign-in');
const ByKey = Type.Object({ key: Type.String({ maxLength: 31 }) });

/** Begins a flow, which only this browser can finish. */
async function start(
  services: Services,
  key: string,
  flow: { intent: Intent; returnTo: string; session: Session | null; staffId: string | null },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ url: string }> {
  const secret = giveBrowserSecret(services, request, reply, FLOW_SECONDS);
  const { intent, returnTo, staffId } = flow;
  const begun = await withContext(services, SIGN_IN, async (ctx) => {
    const provider = await ctx.tx
      .selectFrom('identity_providers')
      .selectAll()
      .where('key', '=', key)
      .where('active', '=', true)
      .executeTakeFirst();
    if (!provider) throw notFound('identity provider');
    const sessionId = flow.session?.id ?? null;
    const state = await beginFlow(ctx, { providerId: provider.id, intent, returnTo, staffId, sessionId }, secret);
    return { provider, state };
  });
  const url = await authorizationUrl(
    services,
    begun.provider,
    redirectUri(services, key),
    intent,
    begun.state,
    secret,
  ).catch((cause: unknown) => {
    throw new Fault('unavailable', `${begun.provider.name} does not answer right now. Use another way to sign in.`, {
      cause,
    });
  });
  return { url };
}

/** Where the browser ends: what it wanted, the second factor, or a page that can say why not. */
function destination(outcome: Awaited<ReturnType<typeof finishFlow>>): string {
  const { flow } = outcome;
  const signingIn = flow === null || flow.intent === 'sign_in';
  const returnTo = flow?.returnTo ?? '/';
  const query = new URLSearchParams();
  if ('refused' in outcome) query.set('refused', outcome.refused);
  else if (outcome.opened?.stage === 'second_factor') query.set('stage', 'second_factor');
  else return returnTo;
  if (!signingIn) return `${returnTo}${returnTo.includes('?') ? '&' : '?'}${query}`;
  if (returnTo !== '/') query.set('next', returnTo);
  return `/sign-in?${query}`;
}

export const ssoRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/sign-in',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Which ways to sign in there are besides a password',
      response: SignInOptions,
    },
    async (services) => {
      const party = relyingParty(services.baseUrl);
      const providers = await withContext(services, SIGN_IN, (ctx) =>
        ctx.tx
          .selectFrom('identity_providers')
          .select(['key', 'name'])
          .where('active', '=', true)
          .orderBy('name')
          .execute(),
      );
      return { passkeys: party && { rpId: party.id, origin: party.origin }, providers };
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/sign-in/oidc/:key',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Begin to sign in at an identity provider; send the browser to the answer’s url',
      params: ByKey,
      body: StartSignIn,
      response: GoTo,
      status: 201,
    },
    (services, { params, body, request, reply }) => {
      const flow = {
        intent: 'sign_in',
        returnTo: localPath(body.returnTo, '/'),
        session: null,
        staffId: null,
      } as const;
      return start(services, params.key, flow, request, reply);
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/me/identities/:key',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Begin to link my account to an identity provider, or to prove there that it is me',
      params: ByKey,
      body: StartLink,
      response: GoTo,
      status: 201,
    },
    (services, { session, params, body, request, reply }) => {
      const who = body.intent === 'link' ? freshPerson(session, services.now()) : person(session);
      const returnTo = localPath(body.returnTo, '/account');
      return start(services, params.key, { intent: body.intent, returnTo, ...who }, request, reply);
    },
  ),
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/sign-in/oidc/:key/callback',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Where an identity provider sends the browser back to; ends on a page of the app',
      params: ByKey,
      // Providers add parameters of their own; those that count are verified with the answer itself.
      query: Type.Object({}, { additionalProperties: true }),
      response: Nothing,
      status: 302,
    },
    async (services, { session, params, request, reply }) => {
      const secret = browserSecret(services, request);
      const outcome = await finishFlow(services, params.key, session, secret, request);
      forgetCallers(services);
      if ('opened' in outcome && outcome.opened) setSessionCookie(services, reply, outcome.opened.token);
      reply.header('location', destination(outcome));
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/me/identities/:id',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Unlink my account from an identity provider',
      params: Type.Object({ id: Id }),
      response: Nothing,
      status: 204,
    },
    async (services, { session, params }) => {
      const { session: mine, staffId } = freshPerson(session, services.now());
      await asSystem(services, mine, async (ctx) => {
        const gone = await ctx.tx
          .deleteFrom('federated_identities')
          .where('id', '=', params.id)
          .where('staff_id', '=', staffId)
          .returning(['issuer', 'email'])
          .executeTakeFirst();
        if (!gone) throw notFound('identity');
        await refuseLockingOut(ctx, staffId);
        await staffEvent(ctx, staffId, 'staff.identity_unlinked', gone);
      });
      forgetCallers(services);
      return null;
    },
  ),
];
