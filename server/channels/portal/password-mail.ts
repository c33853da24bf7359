import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { candidatesFor, hoursFrom, INVITATION_HOURS, passwordLink, RESET_HOURS } from '#platform/identity/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import { queueSignIn } from '#server/channels/mail-out/index.ts';

export const PASSWORD_MAIL_JOB = 'portal.password-mail';
const SIGN_IN = systemIdentity('Sign-in');

/** Who wants to choose a password anew: whoever has the address, at one client or (null) at any. */
export type AskedPassword = { email: string; clientId: string | null };

/** Whom a mail goes to, in their language. */
type To = Parameters<typeof queueSignIn>[1];

/** Sends somebody the link with which they choose a password: `invited` by the desk, or asked for by themselves. */
export async function mailPasswordLink(ctx: Ctx, to: To, why: 'invited' | 'reset'): Promise<void> {
  const { clientId, contactId } = to;
  const hours = why === 'invited' ? INVITATION_HOURS : RESET_HOURS;
  const url = await passwordLink(ctx, { clientId, contactId }, hours);
  await queueSignIn(ctx, to, { url, code: null, from: clientId, why }, hoursFrom(ctx.now, hours));
}

/** Writes the mail that somebody asked for, if the address is anybody's: as with the mail to sign in, only here is it looked up. */
export function sendPasswordMail(services: Services): JobDefinition<AskedPassword> {
  return {
    name: PASSWORD_MAIL_JOB,
    run: (asked) =>
      withContext(services, SIGN_IN, async (ctx) => {
        for (const one of await candidatesFor(ctx, asked.email, asked.clientId))
          if (one.policy.password) await mailPasswordLink(ctx, one, 'reset');
      }),
  };
}
