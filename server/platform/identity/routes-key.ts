import Type from 'typebox';
import { Fault, invalid } from '#kernel/errors.ts';
import { Id } from '#shared/http.ts';
import { ApiKeyView, CreateApiKey, CreatedApiKey } from '#shared/identity.ts';
import { type Ctx, systemIdentity, withContext } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';
import { defineFreeRoute, Nothing, type Session } from '../http/index.ts';
import { keysOf } from './access-lists.ts';
import { isNetwork } from './address.ts';
import { insertKey } from './insert-key.ts';
import { requireFresh } from './person.ts';
import { forgetCallers } from './remembered.ts';
import { revokeKey } from './revoke-keys.ts';

const KEYS = systemIdentity('Keys');

function maker(session: Session | null): Session & { staffId: string } {
  const staffId = session?.identity.scope.principalId;
  if (!session || !staffId || session.via !== 'cookie')
    throw new Fault('forbidden', 'Keys are made by a person signed in with a browser, not by a key.');
  return { ...session, staffId };
}

/** Makes a key that can do no more, for no more clients, than its maker. Returns the key itself, which is not kept. */
export async function createApiKey(
  ctx: Ctx,
  owner: Session & { staffId: string },
  input: CreateApiKey,
): Promise<{ id: string; key: string }> {
  const beyond = input.permissions.filter((permission) => !owner.identity.permissions.has(permission));
  if (beyond.length > 0)
    throw invalid([{ path: 'permissions', message: `you do not have ${beyond.join(', ')} yourself` }]);
  const { scope } = owner.identity;
  const visible =
    input.clientIds === undefined
      ? []
      : await ctx.tx.selectFrom('clients').select('id').where('id', 'in', input.clientIds).execute();
  const foreign = (input.clientIds ?? []).filter(
    (id) => !visible.some((row) => row.id === id) || !(scope.allClients || scope.clientIds.includes(id)),
  );
  if (foreign.length > 0)
    throw invalid([{ path: 'clientIds', message: 'names a client that does not exist or that you do not see' }]);
  const odd = input.networks?.findIndex((network) => !isNetwork(network)) ?? -1;
  if (odd >= 0) throw invalid([{ path: `networks.${odd}`, message: 'must be a network such as 192.0.2.0/24' }]);
  if (input.expiresAt && input.expiresAt <= ctx.now) throw invalid([{ path: 'expiresAt', message: 'must lie ahead' }]);
  const { id, key } = await insertKey(ctx, owner.staffId, {
    name: input.name,
    permissions: input.permissions,
    clientIds: input.clientIds ?? null,
    expiresAt: input.expiresAt ?? null,
    networks: input.networks ?? [],
  });
  await appendEvent(
    { ...ctx, actor: owner.identity.actor },
    {
      clientId: null,
      subjectType: 'api_key',
      subjectId: id,
      type: 'api_key.created',
      data: { name: input.name, permissions: input.permissions, networks: input.networks ?? [] },
    },
  );
  return { id, key };
}

export const keyRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/api-keys',
      access: 'key.manage',
      tag: 'Keys',
      summary: 'My API keys',
      response: Type.Object({ items: Type.Array(ApiKeyView) }),
    },
    async (services, { session }) => {
      const { staffId } = maker(session);
      return { items: await withContext(services, KEYS, (ctx) => keysOf(ctx, staffId)) };
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/api-keys',
      access: 'key.manage',
      tag: 'Keys',
      summary: 'Make an API key; the answer shows it this once',
      body: CreateApiKey,
      response: CreatedApiKey,
      status: 201,
    },
    (services, { session, body }) => {
      requireFresh(session, services.now());
      return withContext(services, KEYS, (ctx) => createApiKey(ctx, maker(session), body));
    },
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/api-keys/:id',
      access: 'key.manage',
      tag: 'Keys',
      summary: 'Revoke one of my keys',
      params: Type.Object({ id: Id }),
      response: Nothing,
      status: 204,
    },
    async (services, { session, params }) => {
      const { staffId, identity } = maker(session);
      await withContext(services, { ...KEYS, actor: identity.actor }, (ctx) => revokeKey(ctx, staffId, params.id));
      forgetCallers(services);
      return null;
    },
  ),
];
