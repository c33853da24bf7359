import { Fault, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { CreateProvider, ProviderView, UpdateProvider } from '#shared/sso.ts';
import type { Ctx, Services } from '../../context/index.ts';
import { isLoopbackHost } from '../../egress/index.ts';
import { appendEvent } from '../../events/index.ts';
import { seal } from '../../secrets/index.ts';
import { refuseWiderRoles } from '../staff-reach.ts';
import { atHome, discover, type ProviderRow, redirectUri, secretPurpose } from './client.ts';

type Row = ProviderRow & {
  key: string;
  name: string;
  email_domains: string[];
  new_staff_role: string | null;
  new_staff_all_clients: boolean;
  active: boolean;
};

/** A provider as its owner sees it; the secret is never shown again. */
export function presentProvider(services: Services, row: Row): ProviderView {
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    issuer: row.issuer,
    clientId: row.oidc_client_id,
    emailDomains: row.email_domains,
    newStaff: (row.new_staff_role && { roleKey: row.new_staff_role, allClients: row.new_staff_all_clients }) || null,
    origins: row.origins,
    redirectUri: redirectUri(services, row.key),
    active: row.active,
    version: row.version,
  };
}

/**
 * Asks a provider's discovery document, at the issuer's own origin and nowhere else, what it is called and which servers
 * belong to it. Throws `invalid` on the issuer when it does not answer as one or is not to be trusted.
 */
export async function inspectIssuer(
  services: Services,
  input: { issuer: string; clientId: string; clientSecret: string },
): Promise<{ issuer: string; origins: string[] }> {
  const url = URL.parse(input.issuer);
  const fault = (message: string) => invalid([{ path: 'issuer', message }]);
  if (!url || url.search || url.hash || url.username || url.password)
    throw fault('must be an address without a question mark, hash, name or password');
  const safe = (item: URL) => item.protocol === 'https:' || (atHome(services) && isLoopbackHost(item));
  if (!safe(url)) throw fault('must begin with https://');
  const { config } = await discover(services, { ...input, origins: [url.origin] }).catch((error: unknown) => {
    services.log.warn({ err: error, issuer: url.origin }, 'sign-in: an identity provider could not be read');
    throw fault('does not answer as an OpenID Connect provider under this very name');
  });
  const server = config.serverMetadata();
  const needed = { authorization: server.authorization_endpoint, token: server.token_endpoint, keys: server.jwks_uri };
  for (const [what, address] of Object.entries({ ...needed, userinfo: server.userinfo_endpoint ?? input.issuer })) {
    const parsed = address === undefined ? null : URL.parse(address);
    if (!parsed || !safe(parsed)) throw fault(`names no safe address for its ${what}`);
  }
  const talksTo = [input.issuer, server.token_endpoint, server.jwks_uri, server.userinfo_endpoint];
  const origins = talksTo.filter((item) => item !== undefined).map((item) => new URL(item).origin);
  return { issuer: server.issuer, origins: [...new Set(origins)] };
}

async function checkNewStaff(ctx: Ctx, input: Pick<CreateProvider, 'newStaff' | 'emailDomains'>): Promise<void> {
  if (!input.newStaff) return;
  await refuseWiderRoles(ctx, [input.newStaff.roleKey]);
  if (!input.emailDomains?.length)
    throw invalid([{ path: 'emailDomains', message: 'must name the domains whose people get an account' }]);
}

export async function createProvider(
  ctx: Ctx,
  input: CreateProvider,
  seen: { issuer: string; origins: string[] },
): Promise<string> {
  await checkNewStaff(ctx, input);
  const id = newId();
  await ctx.tx
    .insertInto('identity_providers')
    .values({
      id,
      key: input.key,
      name: input.name.trim(),
      issuer: seen.issuer,
      oidc_client_id: input.clientId,
      client_secret: seal(ctx.services.secret, secretPurpose(id), Buffer.from(input.clientSecret)),
      origins: seen.origins,
      email_domains: input.emailDomains ?? [],
      new_staff_role: input.newStaff?.roleKey ?? null,
      new_staff_all_clients: input.newStaff?.allClients ?? false,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  const { clientSecret: _, ...told } = input;
  await providerEvent(ctx, id, 'created', told);
  return id;
}

export async function readProvider(ctx: Ctx, id: string): Promise<Row> {
  const row = await ctx.tx.selectFrom('identity_providers').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('identity provider');
  return row;
}

/** Changes a provider; its issuer stays, since people's identities hang on it. Its servers are looked up again. */
export async function updateProvider(
  ctx: Ctx,
  id: string,
  input: UpdateProvider,
  seen: { issuer: string; origins: string[] } | null,
): Promise<void> {
  const row = await ctx.tx
    .selectFrom('identity_providers')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('identity provider');
  if (row.version !== input.version) throw staleVersion('identity provider', row.version);
  if (seen && seen.issuer !== row.issuer) throw new Fault('invalid', 'The provider calls itself differently now.');
  const { newStaff } = input;
  await checkNewStaff(ctx, {
    newStaff: newStaff ?? null,
    emailDomains: input.emailDomains ?? row.email_domains,
  });
  if (input.emailDomains?.length === 0 && newStaff === undefined && row.new_staff_role)
    throw invalid([{ path: 'emailDomains', message: 'must name the domains whose people get an account' }]);
  await ctx.tx
    .updateTable('identity_providers')
    .set({
      ...(input.name === undefined ? {} : { name: input.name.trim() }),
      ...(input.clientId === undefined ? {} : { oidc_client_id: input.clientId }),
      ...(input.clientSecret === undefined
        ? {}
        : { client_secret: seal(ctx.services.secret, secretPurpose(id), Buffer.from(input.clientSecret)) }),
      ...(input.emailDomains === undefined ? {} : { email_domains: input.emailDomains }),
      ...(newStaff === undefined
        ? {}
        : { new_staff_role: newStaff?.roleKey ?? null, new_staff_all_clients: newStaff?.allClients ?? false }),
      ...(input.active === undefined ? {} : { active: input.active }),
      ...(seen ? { origins: seen.origins } : {}),
      version: row.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute();
  const { clientSecret, version: _, ...told } = input;
  await providerEvent(ctx, id, 'changed', { ...told, ...(clientSecret === undefined ? {} : { secretChanged: true }) });
}

/** Removes a provider with the identities that hang on it. */
export async function removeProvider(ctx: Ctx, id: string): Promise<void> {
  const row = await ctx.tx
    .deleteFrom('identity_providers')
    .where('id', '=', id)
    .returning(['issuer', 'name'])
    .executeTakeFirst();
  if (!row) throw notFound('identity provider');
  await ctx.tx.deleteFrom('federated_identities').where('issuer', '=', row.issuer).execute();
  await providerEvent(ctx, id, 'removed', { name: row.name });
}

async function providerEvent(ctx: Ctx, id: string, what: string, data: Record<string, unknown>): Promise<void> {
  const type = `identity_provider.${what}`;
  await appendEvent(ctx, { clientId: null, subjectType: 'identity_provider', subjectId: id, type, data });
}
