import { invalid, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { isLoopbackHost } from '#platform/egress/index.ts';
import type { CreateSamlProvider, UpdateSamlProvider } from '#shared/client-sso.ts';
import { leave, readAnyProvider, refuseTwice, tell } from '../provider.ts';
import { readCertificate } from './certificate.ts';

/** Sets a provider up, turned off: it can be tried out before anybody is sent there. */
export async function createSaml(ctx: Ctx, clientId: string, input: CreateSamlProvider): Promise<string> {
  const id = newId();
  const issuer = await entityId(ctx, clientId, input.entityId ?? '');
  const certificates = readAll(input.certificates ?? []);
  await ctx.tx
    .insertInto('client_identity_providers')
    .values({
      ...{ client_id: clientId, id, kind: 'saml', name: input.name.trim(), issuer, origins: [], active: false },
      ...{ sign_on_url: input.signOnUrl === undefined ? null : signOn(ctx, input.signOnUrl), certificates },
      ...{ email_domains: input.emailDomains, makes_contacts: input.makesContacts, trusts_email: input.trustsEmail },
      ...{ created_at: ctx.now, updated_at: ctx.now },
    })
    .execute();
  await tell(ctx, clientId, 'added', { id, ...input, certificates: certificates.length });
  return id;
}

/** Changes a provider; one that is turned off ends the sessions that began there. Refuses to take the last way in. */
export async function updateSaml(ctx: Ctx, clientId: string, id: string, input: UpdateSamlProvider): Promise<void> {
  const row = await readAnyProvider(ctx, clientId, id, true);
  if (row.kind !== 'saml') throw invalid([{ path: 'providerId', message: 'speaks OpenID Connect, not SAML' }]);
  if (row.version !== input.version) throw staleVersion('identity provider', row.version);
  const named = input.entityId === undefined || input.entityId.trim() === row.issuer;
  if (!named && row.issuer !== '')
    throw invalid([{ path: 'entityId', message: 'stays as it is: add another provider instead' }]);
  const issuer = named ? row.issuer : await entityId(ctx, clientId, input.entityId ?? '');
  const certificates = input.certificates === undefined ? row.certificates : readAll(input.certificates);
  const signOnUrl = input.signOnUrl === undefined ? row.sign_on_url : signOn(ctx, input.signOnUrl);
  const active = input.active ?? row.active;
  if (active && (issuer === '' || signOnUrl === null || certificates.length === 0))
    throw invalid([{ path: 'active', message: 'needs what the provider says of itself first: paste its metadata' }]);
  await ctx.tx
    .updateTable('client_identity_providers')
    .set({
      ...{ issuer, sign_on_url: signOnUrl, certificates, active },
      ...(input.name === undefined ? {} : { name: input.name.trim() }),
      ...(input.emailDomains === undefined ? {} : { email_domains: input.emailDomains }),
      ...(input.makesContacts === undefined ? {} : { makes_contacts: input.makesContacts }),
      ...(input.trustsEmail === undefined ? {} : { trusts_email: input.trustsEmail }),
      version: row.version + 1,
      updated_at: ctx.now,
    })
    .where('client_id', '=', clientId)
    .where('id', '=', id)
    .execute();
  if (input.active === false) await leave(ctx, clientId, id);
  const { version: _, certificates: pasted, ...told } = input;
  await tell(ctx, clientId, 'changed', { id, ...told, ...(pasted ? { certificates: certificates.length } : {}) });
}

/** What a provider calls itself, empty until it is known. One of each name a client. */
async function entityId(ctx: Ctx, clientId: string, text: string): Promise<string> {
  const name = text.trim();
  if (/\s/.test(name)) throw invalid([{ path: 'entityId', message: 'must be a name without blanks' }]);
  await refuseTwice(ctx, clientId, name, 'entityId');
  return name;
}

function readAll(texts: readonly string[]): string[] {
  const found = new Set<string>();
  texts.forEach((text, at) => {
    const read = readCertificate(text);
    if ('wrong' in read) throw invalid([{ path: `certificates.${at}`, message: read.wrong }]);
    found.add(read.pem);
  });
  return [...found];
}

function signOn(ctx: Ctx, text: string): string {
  const url = URL.parse(text.trim());
  const fault = (message: string) => invalid([{ path: 'signOnUrl', message }]);
  if (!url || url.hash || url.username || url.password)
    throw fault('must be an address without a hash, name or password');
  const atHome = isLoopbackHost(new URL(ctx.services.baseUrl)) && isLoopbackHost(url) && url.protocol === 'http:';
  if (url.protocol !== 'https:' && !atHome) throw fault('must begin with https://');
  return url.href;
}
