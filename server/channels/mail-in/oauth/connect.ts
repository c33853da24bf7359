import { createHash } from 'node:crypto';
import { Fault, notFound } from '#kernel/errors.ts';
import { type Ctx, requireAllClients, type Services, withContext } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { seal, unseal } from '#platform/secrets/index.ts';
import { RECEIVER } from '../receiver.ts';
import { oauthClient } from './library.ts';
import { lockOauth, OAUTH_PURPOSE } from './row.ts';
import { keepTokens, refusalWords } from './token.ts';

/** How long somebody may take to agree at the provider. */
const ASKED_MS = 15 * 60_000;

const hashOf = (state: string): string => createHash('sha256').update(state).digest('hex');

/** The address that a provider sends the browser back to; the application there must name it. */
export const callbackUrl = (services: Services): string => `${services.baseUrl}/api/v1/mail/oauth/callback`;

/** Begins to ask for the permission to read a mailbox: answers the provider's address to go to (code flow with PKCE, RFC 7636). */
export async function beginConnecting(
  ctx: Ctx,
  caller: Pick<Ctx, 'scope'>,
  mailboxId: string,
): Promise<{ url: string }> {
  requireAllClients(caller, 'A mailbox');
  const row = await lockOauth(ctx, mailboxId);
  if (row?.grant_kind !== 'code') throw notFound('mailbox that somebody could connect');
  const { library, config } = await oauthClient(ctx.services, row);
  const [state, verifier] = [library.randomState(), library.randomPKCECodeVerifier()];
  await ctx.tx
    .updateTable('mailbox_oauth')
    .set({
      state_hash: hashOf(state),
      verifier: seal(ctx.services.secret, OAUTH_PURPOSE, Buffer.from(verifier)),
      asked_by: caller.scope.principalId,
      asked_until: new Date(Date.parse(ctx.now) + ASKED_MS).toISOString(),
    })
    .where('mailbox_id', '=', mailboxId)
    .execute();
  const url = library.buildAuthorizationUrl(config, {
    redirect_uri: callbackUrl(ctx.services),
    scope: row.scope,
    state,
    code_challenge: await library.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    // Google gives a refresh token only where it is asked for both.
    ...(row.provider === 'google' ? { access_type: 'offline', prompt: 'consent' } : {}),
  });
  return { url: url.href };
}

const ASKED = `
select mailbox_id from mailbox_oauth where state_hash = $1 and asked_by = $2 and asked_until > $3`;

/**
 * Takes the provider's answer: only that of a question that the same person asked a while ago, once. Answers the mailbox; throws a `Fault`
 * with words for people where the permission was not given.
 */
export async function finishConnecting(
  services: Services,
  by: { staffId: string; actor: Ctx['actor'] },
  search: string,
): Promise<string> {
  const state = new URLSearchParams(search).get('state') ?? '';
  return withContext(services, { ...RECEIVER, actor: by.actor }, async (ctx) => {
    const [asked] = await ctx.hot<{ mailbox_id: string }>('oauth_asked', ASKED, [hashOf(state), by.staffId, ctx.now]);
    const row = asked ? await lockOauth(ctx, asked.mailbox_id) : null;
    if (!row?.verifier || row.state_hash !== hashOf(state))
      throw new Fault('conflict', 'This answer belongs to no question that you asked. Connect the mailbox again.');
    const { library, config } = await oauthClient(services, row);
    const answer = new URL(callbackUrl(services));
    answer.search = search;
    const tokens = await library
      .authorizationCodeGrant(config, answer, {
        expectedState: state,
        pkceCodeVerifier: unseal(services.secret, OAUTH_PURPOSE, row.verifier).toString(),
      })
      .catch((cause: unknown) => {
        throw new Fault('unavailable', refusalWords(cause), { cause });
      });
    if (!tokens.refresh_token && !row.refresh_token)
      throw new Fault(
        'unavailable',
        'The provider gave no lasting permission (refresh token); connect it again and agree to it.',
      );
    await keepTokens(ctx, row.mailbox_id, tokens);
    await ctx.tx
      .updateTable('mailbox_oauth')
      .set({ state_hash: null, verifier: null, asked_by: null, asked_until: null, connected_at: ctx.now })
      .where('mailbox_id', '=', row.mailbox_id)
      .execute();
    await ctx.tx
      .updateTable('mailbox_access')
      .set({ failures: 0, last_error: '', last_error_at: null, retry_at: null })
      .where('mailbox_id', '=', row.mailbox_id)
      .execute();
    await appendEvent(ctx, {
      clientId: null,
      subjectType: 'mailbox',
      subjectId: row.mailbox_id,
      type: 'mailbox.connected',
      data: {},
    });
    return row.mailbox_id;
  });
}
