import type { NotNull } from 'kysely';
import { Fault, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx, Services } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { endProviderSessions, oidcSecretPurpose, refuseLockingOut } from '#platform/identity/index.ts';
import { clientOfHost, portalUrl } from '#platform/portal-address/index.ts';
import { seal, unseal } from '#platform/secrets/index.ts';
import type { ClientProviderView, CreateClientProvider, UpdateClientProvider } from '#shared/client-sso.ts';
import { acsPath, presentSaml } from './saml/present.ts';

/** Where the provider sends the browser back to: an address of its own, so that answers of two never mix up. */
const redirectPath = (id: string): string => `/api/v1/portal/sign-in/oidc/${id}/callback`;

/**
 * The same for the door at which a browser stands: the client's own host name, or the installation's address. Not found at the host of
 * another client.
 */
export async function redirectUriAt(
  ctx: Ctx,
  provider: { client_id: string; id: string; kind: string },
  host: string,
): Promise<string> {
  const path = provider.kind === 'saml' ? acsPath(provider.id) : redirectPath(provider.id);
  const client = await clientOfHost(ctx.services, host);
  if (client === null) return `${ctx.services.baseUrl}${path}`;
  if (client !== provider.client_id) throw notFound('identity provider');
  return portalUrl(ctx, client, path);
}

type Seen = { issuer: string; origins: string[] };
export type Row = Awaited<ReturnType<typeof readProvider>>;

/** A client's provider of either kind. */
export async function readAnyProvider(ctx: Ctx, clientId: string | null, id: string, lock = false) {
  let query = ctx.tx.selectFrom('client_identity_providers').selectAll().where('id', '=', id);
  if (clientId !== null) query = query.where('client_id', '=', clientId);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) throw notFound('identity provider');
  return row;
}
export type AnyRow = Awaited<ReturnType<typeof readAnyProvider>>;

/** A client's OpenID Connect provider, with its secret still sealed. Under the system's scope only. */
export async function readProvider(ctx: Ctx, clientId: string | null, id: string, lock = false) {
  let query = ctx.tx
    .selectFrom('client_identity_providers as p')
    .innerJoin('client_identity_secrets as s', (join) =>
      join.onRef('s.client_id', '=', 'p.client_id').onRef('s.provider_id', '=', 'p.id'),
    )
    .selectAll('p')
    .$narrowType<{ oidc_client_id: NotNull }>()
    .select('s.secret as client_secret')
    .where('p.kind', '=', 'oidc')
    .where('p.id', '=', id);
  if (clientId !== null) query = query.where('p.client_id', '=', clientId);
  if (lock) query = query.forUpdate('p');
  const row = await query.executeTakeFirst();
  if (!row) throw notFound('identity provider');
  return row;
}

/** A provider as staff see it; the secret is never shown again. */
export async function presentProvider(ctx: Ctx, row: AnyRow): Promise<ClientProviderView> {
  const path = row.kind === 'saml' ? acsPath(row.id) : redirectPath(row.id);
  const addresses = [`${ctx.services.baseUrl}${path}`, await portalUrl(ctx, row.client_id, path)];
  return {
    id: row.id,
    name: row.name,
    issuer: row.issuer,
    clientId: row.oidc_client_id,
    saml: presentSaml(ctx, row),
    emailDomains: row.email_domains,
    makesContacts: row.makes_contacts,
    trustsEmail: row.trusts_email,
    redirectUris: [...new Set(addresses)],
    active: row.active,
    version: row.version,
  };
}

export async function createProvider(
  ctx: Ctx,
  clientId: string,
  input: CreateClientProvider,
  seen: Seen,
): Promise<string> {
  const id = newId();
  await refuseTwice(ctx, clientId, seen.issuer);
  await ctx.tx
    .insertInto('client_identity_providers')
    .values({
      client_id: clientId,
      id,
      name: input.name.trim(),
      issuer: seen.issuer,
      oidc_client_id: input.clientId,
      origins: seen.origins,
      email_domains: input.emailDomains,
      makes_contacts: input.makesContacts,
      trusts_email: input.trustsEmail,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  await ctx.tx
    .insertInto('client_identity_secrets')
    .values({ client_id: clientId, provider_id: id, secret: sealed(ctx, id, input.clientSecret) })
    .execute();
  const { clientSecret: _, ...told } = input;
  await tell(ctx, clientId, 'added', { id, ...told });
  return id;
}

/** Refuses a provider that the client has already. */
export async function refuseTwice(ctx: Ctx, clientId: string, issuer: string, path = 'issuer'): Promise<void> {
  const other = await ctx.tx
    .selectFrom('client_identity_providers')
    .select('id')
    .where('client_id', '=', clientId)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
  if (!other) return;
  const message =
    issuer === '' ? 'is needed: another one is set up without it already' : 'is set up for this client already';
  throw invalid([{ path, message }]);
}

const sealed = (ctx: Ctx, id: string, secret: string) =>
  seal(ctx.services.secret, oidcSecretPurpose(id), Buffer.from(secret));

export const unsealed = (services: Services, row: Row): string =>
  unseal(services.secret, oidcSecretPurpose(row.id), row.client_secret).toString();

/** Changes a provider; one that is turned off ends the sessions that began there. Refuses to take the last way in. */
export async function updateProvider(
  ctx: Ctx,
  clientId: string,
  id: string,
  input: UpdateClientProvider,
  seen: Seen | null,
): Promise<void> {
  const row = await readProvider(ctx, clientId, id, true);
  if (row.version !== input.version) throw staleVersion('identity provider', row.version);
  if (seen && seen.issuer !== row.issuer) throw new Fault('invalid', 'The provider calls itself differently now.');
  await ctx.tx
    .updateTable('client_identity_providers')
    .set({
      ...(input.name === undefined ? {} : { name: input.name.trim() }),
      ...(input.clientId === undefined ? {} : { oidc_client_id: input.clientId }),
      ...(input.emailDomains === undefined ? {} : { email_domains: input.emailDomains }),
      ...(input.makesContacts === undefined ? {} : { makes_contacts: input.makesContacts }),
      ...(input.trustsEmail === undefined ? {} : { trusts_email: input.trustsEmail }),
      ...(input.active === undefined ? {} : { active: input.active }),
      ...(seen ? { origins: seen.origins } : {}),
      version: row.version + 1,
      updated_at: ctx.now,
    })
    .where('client_id', '=', clientId)
    .where('id', '=', id)
    .execute();
  if (input.clientSecret !== undefined)
    await ctx.tx
      .updateTable('client_identity_secrets')
      .set({ secret: sealed(ctx, id, input.clientSecret) })
      .where('client_id', '=', clientId)
      .where('provider_id', '=', id)
      .execute();
  if (input.active === false) await leave(ctx, clientId, id);
  const { clientSecret, version: _, ...told } = input;
  await tell(ctx, clientId, 'changed', { id, ...told, ...(clientSecret === undefined ? {} : { secretChanged: true }) });
}

/** Removes a provider, with the links of people to it. */
export async function removeProvider(ctx: Ctx, clientId: string, id: string): Promise<void> {
  const { name } = await readAnyProvider(ctx, clientId, id, true);
  await ctx.tx.deleteFrom('client_identity_providers').where('client_id', '=', clientId).where('id', '=', id).execute();
  await leave(ctx, clientId, id);
  await tell(ctx, clientId, 'removed', { id, name });
}

/** Ends the sessions that began at a provider, unless that leaves the client's people no way in. */
export async function leave(ctx: Ctx, clientId: string, id: string): Promise<void> {
  await refuseLockingOut(ctx, { level: 'client', id: clientId });
  await endProviderSessions(ctx, clientId, id);
}

export async function tell(ctx: Ctx, clientId: string, what: string, data: Record<string, unknown>): Promise<void> {
  const type = `client.sign_in_provider_${what}`;
  await appendEvent(ctx, { clientId, subjectType: 'client', subjectId: clientId, type, data });
}
