import type { TokenEndpointResponse } from 'openid-client';
import { type Ctx, type Services, withContext } from '#platform/context/index.ts';
import { seal, unseal } from '#platform/secrets/index.ts';
import type { SignedInBox } from '#server/channels/mail-out/index.ts';
import { RECEIVER } from '../receiver.ts';
import { oauthClient } from './library.ts';
import { lockOauth, OAUTH_PURPOSE, type OauthRow } from './row.ts';

/** A token that ends sooner than this is not begun with any more. */
const LEFT_MS = 120_000;
/** Where a provider does not say how long a token lives (RFC 6749, section 5.1 recommends that it does). */
const LIFE_SECONDS = 3_600;

/**
 * A token to read a mailbox with (RFC 6749): the one at hand while it lasts, else a new one. Throws where the permission was never given
 * or has been withdrawn, in words for people.
 */
export async function accessToken(services: Services, mailboxId: string): Promise<string> {
  return withContext(services, RECEIVER, async (ctx) => {
    const row = await lockOauth(ctx, mailboxId);
    if (!row) throw new Error('Nobody has said how this mailbox is signed in to');
    const left = row.expires_at === null ? 0 : Date.parse(row.expires_at) - Date.parse(ctx.now);
    if (row.access_token && left > LEFT_MS) return unseal(services.secret, OAUTH_PURPOSE, row.access_token).toString();
    const tokens = await newTokens(services, row);
    await keepTokens(ctx, mailboxId, tokens);
    return tokens.access_token;
  });
}

/** A token was refused before its time: the next is a new one. */
export async function forgetToken(services: Services, mailboxId: string): Promise<void> {
  await withContext(services, RECEIVER, async (ctx) => {
    await ctx.tx
      .updateTable('mailbox_oauth')
      .set({ access_token: null, expires_at: null })
      .where('mailbox_id', '=', mailboxId)
      .execute();
  });
}

const SIGNED_IN = `
select o.provider, a.host, a.url, a.username from mailbox_oauth o join mailbox_access a on a.mailbox_id = o.mailbox_id where o.mailbox_id = $1`;

/** How a mailbox is signed in at its provider, and where it is read; null where it is not. */
export async function signedIn(ctx: Ctx, mailboxId: string): Promise<SignedInBox | null> {
  const [row] = await ctx.hot<SignedInBox>('oauth_signed_in', SIGNED_IN, [mailboxId]);
  return row ?? null;
}

async function newTokens(services: Services, row: OauthRow): Promise<TokenEndpointResponse> {
  const { library, config } = await oauthClient(services, row);
  if (row.grant_kind === 'code' && !row.refresh_token)
    throw new Error('Nobody has connected this mailbox yet: connect it in the settings');
  try {
    return row.grant_kind === 'app' || !row.refresh_token
      ? await library.clientCredentialsGrant(config, { scope: row.scope })
      : await library.refreshTokenGrant(config, unseal(services.secret, OAUTH_PURPOSE, row.refresh_token).toString(), {
          scope: row.scope,
        });
  } catch (cause) {
    throw new Error(refusalWords(cause), { cause });
  }
}

/** Why no token was given, with the provider's own words where it said any. */
export function refusalWords(cause: unknown): string {
  const { error, error_description: said } = cause as { error?: string; error_description?: string };
  const words = said ?? error ?? (cause instanceof Error ? cause.message : String(cause));
  const plain = plainlyOf(words);
  if (plain !== null) return `${plain} (${words})`;
  if (error === 'invalid_grant')
    return `The permission to read this mailbox was withdrawn; connect it again (${words})`;
  return `No token was given: ${words}`;
}

/** What Entra's codes mean for whoever set the application up. */
const ENTRA: Readonly<Record<string, string>> = {
  AADSTS7000222: 'The application’s secret has ended: make a new one in Entra and enter it here',
  AADSTS7000215: 'The application’s secret is wrong: enter its value, not its id',
  AADSTS700016: 'The tenant does not know the application: the client id or the tenant is wrong',
  AADSTS90002: 'There is no such tenant',
  AADSTS900023: 'There is no such tenant',
  AADSTS65001: 'Not everything that is needed was agreed to: connect the mailbox again',
  AADSTS50076: 'Microsoft wants a second proof: connect the mailbox again',
  AADSTS50057: 'The account that connected the mailbox is switched off',
  AADSTS7000112: 'The application is switched off in Entra',
  AADSTS53003: 'Conditional access keeps the application out',
};

const plainlyOf = (words: string): string | null => ENTRA[/\bAADSTS\d+/.exec(words)?.[0] ?? ''] ?? null;

/** Keeps tokens sealed; a provider that gives a new refresh token with each takes the old one back. */
export async function keepTokens(ctx: Ctx, mailboxId: string, tokens: TokenEndpointResponse): Promise<void> {
  const sealed = (text: string) => seal(ctx.services.secret, OAUTH_PURPOSE, Buffer.from(text));
  const lives = (tokens.expires_in ?? LIFE_SECONDS) * 1_000;
  await ctx.tx
    .updateTable('mailbox_oauth')
    .set({
      access_token: sealed(tokens.access_token),
      expires_at: new Date(Date.parse(ctx.now) + lives).toISOString(),
      ...(tokens.refresh_token ? { refresh_token: sealed(tokens.refresh_token) } : {}),
    })
    .where('mailbox_id', '=', mailboxId)
    .execute();
}
