import { createHmac } from 'node:crypto';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '../../context/index.ts';
import { newToken, tokenHash } from '../token.ts';

/** Minutes for which somebody may be away at the provider. */
const FLOW_MINUTES = 10;
export const FLOW_SECONDS = FLOW_MINUTES * 60;

export type Intent = 'sign_in' | 'link' | 'confirm';

/** A sign-in under way at a provider. The browser holds `secret` in a cookie; PKCE verifier and nonce follow from it. */
export type Flow = {
  providerId: string;
  intent: Intent;
  returnTo: string;
  staffId: string | null;
  sessionId: string | null;
};

/** Makes the state of a new flow, of which only hashes are kept, bound to the browser that holds `secret`. */
export async function beginFlow(ctx: Ctx, flow: Flow, secret: string): Promise<string> {
  const state = newToken();
  const { providerId, intent, returnTo, sessionId } = flow;
  await ctx.tx
    .insertInto('one_time_tokens')
    .values({
      token_hash: tokenHash(state),
      purpose: 'oidc',
      staff_id: flow.staffId,
      data: JSON.stringify({ providerId, intent, returnTo, sessionId, browser: tokenHash(secret) }),
      created_at: ctx.now,
      expires_at: new Date(Date.parse(ctx.now) + FLOW_SECONDS * 1000).toISOString(),
    })
    .execute();
  return state;
}

/** Takes a flow by its state, once. Null when it is unknown, used, too old or was begun in another browser. */
export async function takeFlow(ctx: Ctx, state: string, secret: string): Promise<Flow | null> {
  const row = await ctx.tx
    .deleteFrom('one_time_tokens')
    .where('token_hash', '=', tokenHash(state))
    .where('purpose', '=', 'oidc')
    .returning(['staff_id', 'data', 'expires_at'])
    .executeTakeFirst();
  if (!row || row.expires_at <= ctx.now) return null;
  const { browser, ...flow } = row.data as Omit<Flow, 'staffId'> & { browser: string };
  return browser === tokenHash(secret) ? { ...flow, staffId: row.staff_id } : null;
}

/** What only this browser and this flow can know: 256 bits derived from the cookie, so nothing secret is stored. */
export function flowSecret(secret: string, state: string, purpose: 'verifier' | 'nonce'): string {
  return createHmac('sha256', secret).update(`${purpose} ${state}`).digest('base64url');
}

/** A path of this very app; throws `invalid` for anything that a browser might take for another site. */
export function localPath(text: string | undefined, otherwise: string): string {
  if (text === undefined) return otherwise;
  const url = URL.parse(text, 'http://here.invalid');
  if (/^\/(?![/\\])[\x21-\x7e]*$/.test(text) && url?.origin === 'http://here.invalid') return text;
  throw invalid([{ path: 'returnTo', message: 'must be a path of this app, such as /tickets' }]);
}
