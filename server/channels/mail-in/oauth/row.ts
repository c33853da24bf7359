import type { Ctx } from '#platform/context/index.ts';

/** How tokens for a mailbox are come by, and those that there are; secrets sealed. */
export type OauthRow = {
  mailbox_id: string;
  provider: 'microsoft' | 'google' | 'other';
  grant_kind: 'code' | 'app';
  authorize_url: string;
  token_url: string;
  oauth_client_id: string;
  client_secret: Buffer;
  scope: string;
  refresh_token: Buffer | null;
  access_token: Buffer | null;
  expires_at: string | null;
  state_hash: string | null;
  verifier: Buffer | null;
  asked_by: string | null;
  asked_until: string | null;
};

/** What the secrets of a mailbox's tokens are sealed for. */
export const OAUTH_PURPOSE = 'mailbox oauth';

/** Locked, so that of two who need a token one asks for it and the other finds it. Null where the mailbox has a password. */
export async function lockOauth(ctx: Ctx, mailboxId: string): Promise<OauthRow | null> {
  const [row] = await ctx.hot<OauthRow>('oauth_lock', 'select * from mailbox_oauth where mailbox_id = $1 for update', [
    mailboxId,
  ]);
  return row ?? null;
}
