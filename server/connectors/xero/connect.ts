import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Fault, invalid, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, type Services, withContext } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { checkBaseUrl, ProviderFault, reachOf } from '#server/connectors/core/index.ts';
import type { SaveAccountingLink } from '#shared/accounting.ts';
import { BOOKKEEPING, findLink, type LinkRow, lockLink, newLinkKey, opened, sealed } from './link.ts';
import { askToken, keepTokens } from './token.ts';

/** Xero's own addresses, as its documents name them; a simulator has others. */
export const XERO_ADDRESSES = {
  authorizeUrl: 'https://login.xero.com/identity/connect/authorize',
  tokenUrl: 'https://identity.xero.com/connect/token',
  apiUrl: 'https://api.xero.com',
} as const;

const SCOPES =
  'offline_access openid profile email accounting.transactions accounting.contacts accounting.settings.read';
/** How long somebody may take to agree there. */
const ASKED_MS = 15 * 60_000;

/** Where Xero sends the browser back to; the app there must name it. */
export const callbackUrl = (services: Services): string => `${services.baseUrl}/api/v1/accounting/callback`;

const hashOf = (state: string): string => createHash('sha256').update(state).digest('hex');

/**
 * Keeps how Xero is reached. With other addresses or another app what was agreed to counts no more; whose books they are stays, since what
 * was sent is there. Under the program's scope.
 */
export async function saveLink(ctx: Ctx, input: SaveAccountingLink): Promise<void> {
  // There is no row to hold before the first: whoever says it at the same moment waits, and is told that it is there.
  await sql`select pg_advisory_xact_lock(hashtextextended('accounting link', 0))`.execute(ctx.tx);
  const before = await findLink(ctx, { lock: true });
  if ((before?.version ?? 0) !== input.version) throw staleVersion('connection to accounting', before?.version ?? 0);
  const addresses = await addressesOf(ctx, input);
  const isOther =
    before === null ||
    before.oauth_client_id !== input.oauthClientId ||
    before.token_url !== addresses.tokenUrl ||
    before.api_url !== addresses.apiUrl;
  if (isOther && input.oauthClientSecret === undefined)
    throw invalid([{ path: 'oauthClientSecret', message: 'is needed for this app' }]);
  const id = before?.id ?? newId();
  const key = before ?? { id, ...newLinkKey(ctx, id) };
  const columns = {
    authorize_url: addresses.authorizeUrl,
    token_url: addresses.tokenUrl,
    api_url: addresses.apiUrl,
    oauth_client_id: input.oauthClientId,
    send_from: input.sendFrom,
    updated_at: ctx.now,
    ...(input.oauthClientSecret === undefined
      ? {}
      : { client_secret: sealed(ctx, key, 'client_secret', input.oauthClientSecret) }),
    ...(input.webhookKey === undefined
      ? {}
      : { webhook_key: input.webhookKey === null ? null : sealed(ctx, key, 'webhook_key', input.webhookKey) }),
    ...(isOther ? { refresh_token: null, access_token: null, access_until: null, state: 'new' } : {}),
  };
  if (before)
    await ctx.tx
      .updateTable('accounting_links')
      .set({ ...columns, version: before.version + 1 })
      .where('id', '=', id)
      .execute();
  else
    await ctx.tx
      .insertInto('accounting_links')
      .values({
        ...{ id, key_id: key.key_id, wrapped_key: key.wrapped_key, next_at: ctx.now, created_at: ctx.now },
        client_secret: sealed(ctx, key, 'client_secret', input.oauthClientSecret ?? ''),
        ...columns,
      })
      .execute();
  const { oauthClientSecret, webhookKey, version, ...shown } = input;
  const secrets = [...(oauthClientSecret ? ['oauthClientSecret'] : []), ...(webhookKey ? ['webhookKey'] : [])];
  await tell(ctx, id, 'saved', { ...shown, secrets });
}

async function addressesOf(ctx: Ctx, input: SaveAccountingLink) {
  const reach = await reachOf(ctx);
  const addresses = { ...XERO_ADDRESSES } as Record<keyof typeof XERO_ADDRESSES, string>;
  const faults = [];
  for (const path of ['authorizeUrl', 'tokenUrl', 'apiUrl'] as const) {
    const checked = checkBaseUrl(ctx.services, input[path] ?? XERO_ADDRESSES[path], reach);
    if ('fault' in checked) faults.push({ path, message: checked.fault });
    else addresses[path] = checked.url;
  }
  if (faults.length > 0) throw invalid(faults);
  return addresses;
}

/** Begins to ask for the permission: answers Xero's address to go to (code flow with PKCE, RFC 7636). */
export async function beginConnecting(ctx: Ctx, staffId: string | null): Promise<{ url: string }> {
  const link = await lockLink(ctx);
  const [state, verifier] = [randomBytes(32).toString('base64url'), randomBytes(48).toString('base64url')];
  await ctx.tx
    .updateTable('accounting_links')
    .set({
      state_hash: hashOf(state),
      verifier: sealed(ctx, link, 'verifier', verifier),
      asked_by: staffId,
      asked_until: new Date(Date.parse(ctx.now) + ASKED_MS).toISOString(),
    })
    .where('id', '=', link.id)
    .execute();
  const url = new URL(link.authorize_url);
  const query = {
    ...{ response_type: 'code', client_id: link.oauth_client_id, redirect_uri: callbackUrl(ctx.services) },
    ...{ scope: SCOPES, state, code_challenge_method: 'S256' },
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { url: url.href };
}

/**
 * Takes Xero's answer: only that of a question that the same person asked a while ago, once. Throws a `Fault` with words for people where
 * the permission was not given.
 */
export async function finishConnecting(
  services: Services,
  by: { staffId: string | null; actor: Ctx['actor'] },
  search: URLSearchParams,
): Promise<void> {
  const state = search.get('state') ?? '';
  await withContext(services, { ...BOOKKEEPING, actor: by.actor }, async (ctx) => {
    const link = await findLink(ctx, { lock: true });
    const isOurs =
      link?.state_hash === hashOf(state) &&
      link.asked_by === by.staffId &&
      link.asked_until !== null &&
      link.asked_until > ctx.now;
    if (!link || !isOurs)
      throw new Fault('conflict', 'This answer belongs to no question that you asked. Connect Xero again.');
    const code = search.get('code');
    if (code === null)
      throw new Fault('conflict', `Xero gave no permission: ${search.get('error') ?? 'it did not say why'}`);
    const tokens = await askToken(ctx, link, {
      ...{ grant_type: 'authorization_code', code, redirect_uri: callbackUrl(services) },
      code_verifier: opened(ctx, link, 'verifier') ?? '',
    }).catch((cause: unknown) => {
      if (!(cause instanceof ProviderFault)) throw cause;
      throw new Fault('unavailable', cause.message, { cause });
    });
    await keepTokens(ctx, link, tokens);
    await sql`
      update accounting_links set state_hash = null, verifier = null, asked_by = null, asked_until = null, failures = 0, fault_kind = null,
        fault = '', fault_at = null, state = case when tenant_id is null then 'choosing' else 'on' end, next_at = ${ctx.now},
        version = version + 1
      where id = ${link.id}`.execute(ctx.tx);
    await tell(ctx, link.id, 'connected', {});
  });
}

/** Says whose books are kept. What was read and sent stands for one organisation, so another one needs the connection made anew. */
export async function chooseOrganisation(ctx: Ctx, organisation: { id: string; name: string }): Promise<void> {
  const link = await lockLink(ctx);
  if (link.tenant_id !== null && link.tenant_id !== organisation.id)
    throw new Fault('conflict', `${link.tenant_name} is connected. Disconnect it first to keep other books.`);
  await sql`
    update accounting_links set tenant_id = ${organisation.id}, tenant_name = ${organisation.name}, state = 'on', next_at = ${ctx.now},
      version = version + 1, updated_at = ${ctx.now}
    where id = ${link.id}`.execute(ctx.tx);
  await tell(ctx, link.id, 'organisation_chosen', { organisation: organisation.name });
}

/** Stops sending and reading until somebody lets it go on, or lets it. */
export async function switchLink(ctx: Ctx, to: 'on' | 'paused'): Promise<void> {
  const link = await lockLink(ctx);
  if (link.state === to) return;
  if (link.state !== 'on' && link.state !== 'paused')
    throw new Fault('conflict', 'It is not connected yet. Connect Xero first.');
  await sql`
    update accounting_links set state = ${to}, next_at = ${ctx.now}, failures = 0, version = version + 1, updated_at = ${ctx.now}
    where id = ${link.id}`.execute(ctx.tx);
  await tell(ctx, link.id, to === 'on' ? 'resumed' : 'paused', {});
}

/** Forgets the connection with its secrets, whose contacts are whose, and what is where. Payments that were read stay. */
export async function forgetLink(ctx: Ctx): Promise<void> {
  const link = await lockLink(ctx);
  for (const table of [
    'accounting_payments',
    'accounting_documents',
    'accounting_contacts',
    'accounting_codes',
  ] as const)
    await ctx.tx.deleteFrom(table).execute();
  await ctx.tx.deleteFrom('accounting_links').where('id', '=', link.id).execute();
  await tell(ctx, link.id, 'forgotten', { organisation: link.tenant_name });
}

export const tell = (ctx: Ctx, id: LinkRow['id'], verb: string, data: Record<string, unknown>) =>
  appendEvent(ctx, { clientId: null, subjectType: 'accounting', subjectId: id, type: `accounting.${verb}`, data });
