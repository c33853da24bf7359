import Type from 'typebox';
import { invalid, notFound } from '#kernel/errors.ts';
import type { Ctx, Services } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute, Nothing, type Session } from '#platform/http/index.ts';
import { forgetCallers, inspectIssuer, requireFresh } from '#platform/identity/index.ts';
import { ClientProviderView, CreateClientProvider, UpdateClientProvider } from '#shared/client-sso.ts';
import { Id } from '#shared/http.ts';
import { createProvider, presentProvider, readProvider, removeProvider, unsealed, updateProvider } from './provider.ts';
import { asSystemFor } from './seen.ts';
import { sharedIssuer } from './who.ts';

const tag = 'Single sign-on';
const OfClient = Type.Object({ id: Id });
const One = Type.Object({ id: Id, providerId: Id });

/** Works as the system on a client that the caller sees. */
export const forClient = <R>(
  services: Services,
  session: Session | null,
  clientId: string,
  work: (ctx: Ctx) => Promise<R>,
) =>
  asSystemFor(
    services,
    session,
    'client',
    (ctx) => ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst(),
    work,
  );

export const providerRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/clients/:id/identity-providers',
      access: 'sso.manage',
      tag,
      summary: 'Identity providers at which a client’s people sign in',
      params: OfClient,
      response: Type.Object({ items: Type.Array(ClientProviderView) }),
    },
    async (ctx, { params }) => {
      const client = await ctx.tx.selectFrom('clients').select('id').where('id', '=', params.id).executeTakeFirst();
      if (!client) throw notFound('client');
      const rows = await ctx.tx
        .selectFrom('client_identity_providers')
        .selectAll()
        .where('client_id', '=', params.id)
        .orderBy('name')
        .orderBy('id')
        .execute();
      return { items: await Promise.all(rows.map((row) => presentProvider(ctx, row))) };
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/clients/:id/identity-providers',
      access: 'sso.manage',
      tag,
      summary: 'Let a client’s people sign in at an OpenID Connect provider of theirs; asks it for its metadata first',
      params: OfClient,
      body: CreateClientProvider,
      response: ClientProviderView,
      status: 201,
    },
    async (services, { session, params, body }) => {
      requireFresh(session, services.now());
      await forClient(services, session, params.id, async () => undefined);
      const shared = sharedIssuer(body.issuer);
      if (shared !== null) throw invalid([{ path: 'issuer', message: shared }]);
      const seen = await inspectIssuer(services, body);
      return forClient(services, session, params.id, async (ctx) => {
        const made = await createProvider(ctx, params.id, body, seen);
        return presentProvider(ctx, await readProvider(ctx, params.id, made));
      });
    },
  ),
  defineFreeRoute(
    {
      method: 'PATCH',
      url: '/api/v1/clients/:id/identity-providers/:providerId',
      access: 'sso.manage',
      tag,
      summary: 'Change an identity provider of a client; turning it off ends the sessions that began there',
      params: One,
      body: UpdateClientProvider,
      response: ClientProviderView,
    },
    async (services, { session, params, body }) => {
      requireFresh(session, services.now());
      const input = body as UpdateClientProvider;
      const read = (ctx: Ctx) => readProvider(ctx, params.id, params.providerId);
      const row = await forClient(services, session, params.id, read);
      // One that is being turned off is perhaps gone already, so it is not asked.
      const seen =
        input.active === false
          ? null
          : await inspectIssuer(services, {
              issuer: row.issuer,
              clientId: input.clientId ?? row.oidc_client_id,
              clientSecret: input.clientSecret ?? unsealed(services, row),
            });
      const changed = await forClient(services, session, params.id, async (ctx) => {
        await updateProvider(ctx, params.id, params.providerId, input, seen);
        return presentProvider(ctx, await read(ctx));
      });
      forgetCallers(services);
      return changed;
    },
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/clients/:id/identity-providers/:providerId',
      access: 'sso.manage',
      tag,
      summary: 'Remove an identity provider of a client, with the links of people to it and their sessions',
      params: One,
      response: Nothing,
      status: 204,
    },
    async (services, { session, params }) => {
      requireFresh(session, services.now());
      await forClient(services, session, params.id, (ctx) => removeProvider(ctx, params.id, params.providerId));
      forgetCallers(services);
      return null;
    },
  ),
];
