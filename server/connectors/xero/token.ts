import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Ctx, type Services, withContext } from '#platform/context/index.ts';
import {
  fetchFor,
  looseOf,
  numberOf,
  openCaller,
  openPace,
  ProviderFault,
  reachOf,
  textOf,
} from '#server/connectors/core/index.ts';
import { BOOKKEEPING, type LinkRow, lockLink, opened, sealed } from './link.ts';

/** A token that ends sooner than this is not begun with any more. */
const LEFT_MS = 120_000;
const USUAL_SECONDS = 1_800;
const ANSWER_MS = 20_000;

type Tokens = { readonly access: string; readonly refresh: string; readonly seconds: number };

/** Asks Xero for tokens. Throws `ProviderFault`: `refused` where the permission is not there any more. */
export async function askToken(ctx: Ctx, link: LinkRow, form: Readonly<Record<string, string>>): Promise<Tokens> {
  const secret = opened(ctx, link, 'client_secret') ?? '';
  const url = new URL(link.token_url);
  const signal = AbortSignal.timeout(ANSWER_MS);
  const now = () => Date.parse(ctx.services.now());
  const wait = async (ms: number) => void (await setTimeout(ms, undefined, { signal }));
  const pace = openPace({ calls: 60, windowMs: 1 }, { now, wait, signal });
  const caller = openCaller({
    ...{ baseUrl: url.origin, fetch: fetchFor(ctx.services, url.origin, await reachOf(ctx)), now, wait, signal },
    ...{ vendor: 'Xero', secrets: [secret, ...Object.values(form)], pace: () => pace },
    judge({ status }, _call, said) {
      if (status !== 400 && status !== 401) return null;
      const words = said === 'invalid_grant' ? 'the permission was taken back or has ended' : said || `HTTP ${status}`;
      return new ProviderFault('refused', `Xero gave no token: ${words}. Connect it again.`);
    },
  });
  const basic = Buffer.from(`${encodeURIComponent(link.oauth_client_id)}:${encodeURIComponent(secret)}`);
  const told = looseOf(
    await caller.json({
      ...{ method: 'POST', path: `${url.pathname}${url.search}`, form, isBare: true },
      headers: { authorization: `Basic ${basic.toString('base64')}` },
    }),
  );
  const [access, refresh] = [textOf(told['access_token']), textOf(told['refresh_token'])];
  if (access === null || refresh === null)
    throw new ProviderFault('malformed', 'Xero gave no lasting permission (refresh token): is the address right?');
  return { access, refresh, seconds: numberOf(told['expires_in']) ?? USUAL_SECONDS };
}

/** Keeps tokens sealed. Each refresh takes the token before it back, so both are kept in one transaction before either is used. */
export async function keepTokens(ctx: Ctx, link: LinkRow, { access, refresh, seconds }: Tokens): Promise<void> {
  const until = new Date(Date.parse(ctx.now) + seconds * 1_000).toISOString();
  await sql`
    update accounting_links set access_token = ${sealed(ctx, link, 'access_token', access)}, access_until = ${until},
      refresh_token = ${sealed(ctx, link, 'refresh_token', refresh)}
    where id = ${link.id}`.execute(ctx.tx);
}

/**
 * A token to call with: the one at hand while it lasts and is not `stale`, else a new one. Whoever else needs one meanwhile waits and finds
 * it. Throws `ProviderFault('refused')` where nobody has agreed, or not any more.
 */
export function accessToken(
  services: Services,
  stale: string | null = null,
): Promise<{ token: string; livesMs: number }> {
  return withContext(services, BOOKKEEPING, async (ctx) => {
    const link = await lockLink(ctx);
    const held = opened(ctx, link, 'access_token');
    const left = link.access_until === null ? 0 : Date.parse(link.access_until) - Date.parse(ctx.now);
    if (held !== null && held !== stale && left > LEFT_MS) return { token: held, livesMs: left };
    const refresh = opened(ctx, link, 'refresh_token');
    if (refresh === null) throw new ProviderFault('refused', 'Nobody has agreed at Xero yet. Connect it.');
    const tokens = await askToken(ctx, link, { grant_type: 'refresh_token', refresh_token: refresh });
    await keepTokens(ctx, link, tokens);
    return { token: tokens.access, livesMs: tokens.seconds * 1_000 };
  });
}
