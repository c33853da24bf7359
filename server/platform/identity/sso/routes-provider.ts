import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { Id } from '#shared/http.ts';
import { CreateProvider, ProviderView, UpdateProvider } from '#shared/sso.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '../../context/index.ts';
import { defineFreeRoute, Nothing, type Session } from '../../http/index.ts';
import { unseal } from '../../secrets/index.ts';
import { requireFresh } from '../person.ts';
import { secretPurpose } from './client.ts';
import {
  createProvider,
  inspectIssuer,
  presentProvider,
  readProvider,
  removeProvider,
  updateProvider,
} from './provider.ts';

const ById = Type.Object({ id: Id });

/** Providers reach every account, so the caller must see all clients; the work runs under the system's scope in their name. */
function asOwner<R>(services: Services, session: Session | null, work: (ctx: Ctx) => Promise<R>): Promise<R> {
  if (!session?.identity.scope.allClients) throw notFound('identity provider');
  const { actor, permissions } = session.identity;
  return withContext(services, { ...systemIdentity('Sign-in'), actor, permissions }, work);
}

export const providerRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/identity-providers',
      access: 'sso.manage',
      tag: 'Single sign-on',
      summary: 'Identity providers that may sign staff in',
      response: Type.Object({ items: Type.Array(ProviderView) }),
    },
    async (services, { session }) => {
      const rows = await asOwner(services, session, (ctx) =>
        ctx.tx.selectFrom('identity_providers').selectAll().orderBy('name').execute(),
      );
      return { items: rows.map((row) => presentProvider(services, row)) };
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/identity-providers',
      access: 'sso.manage',
      tag: 'Single sign-on',
      summary: 'Let an OpenID Connect provider sign staff in; asks it for its metadata first',
      body: CreateProvider,
      response: ProviderView,
      status: 201,
    },
    async (services, { session, body }) => {
      requireFresh(session, services.now());
      if (!session?.identity.scope.allClients) throw notFound('identity provider');
      const seen = await inspectIssuer(services, body);
      const row = await asOwner(services, session, async (ctx) =>
        readProvider(ctx, await createProvider(ctx, body as CreateProvider, seen)),
      );
      return presentProvider(services, row);
    },
  ),
  defineFreeRoute(
    {
      method: 'PATCH',
      url: '/api/v1/identity-providers/:id',
      access: 'sso.manage',
      tag: 'Single sign-on',
      summary: 'Change an identity provider; turning it on asks for its metadata again',
      params: ById,
      body: UpdateProvider,
      response: ProviderView,
    },
    async (services, { session, params, body }) => {
      requireFresh(session, services.now());
      const input = body as UpdateProvider;
      const row = await asOwner(services, session, (ctx) => readProvider(ctx, params.id));
      const clientSecret =
        input.clientSecret ?? unseal(services.secret, secretPurpose(row.id), row.client_secret).toString();
      // One that is being turned off is perhaps gone already, so it is not asked.
      const seen =
        input.active === false
          ? null
          : await inspectIssuer(services, {
              issuer: row.issuer,
              clientId: input.clientId ?? row.oidc_client_id,
              clientSecret,
            });
      const changed = await asOwner(services, session, async (ctx) => {
        await updateProvider(ctx, params.id, input, seen);
        return readProvider(ctx, params.id);
      });
      return presentProvider(services, changed);
    },
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/identity-providers/:id',
      access: 'sso.manage',
      tag: 'Single sign-on',
      summary: 'Remove an identity provider with the links of people to it',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (services, { session, params }) => {
      requireFresh(session, services.now());
      await asOwner(services, session, (ctx) => removeProvider(ctx, params.id));
      return null;
    },
  ),
];
