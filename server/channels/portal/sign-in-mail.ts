import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { type AskedMail, candidatesFor, mintMailProof } from '#platform/identity/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import { portalPathOf, portalUrl } from '#platform/portal-address/index.ts';
import { queueSignIn } from '#server/channels/mail-out/index.ts';

export const SIGN_IN_MAIL_JOB = 'portal.sign-in-mail';
const SIGN_IN = systemIdentity('Sign-in');

/**
 * Writes the mail that somebody asked for, if the address is anybody's. It is looked up here and not when it is asked for, so that
 * neither the answer nor how long it takes tells whether it is.
 */
export function sendSignInMail(services: Services): JobDefinition<AskedMail> {
  return {
    name: SIGN_IN_MAIL_JOB,
    run: (asked) =>
      withContext(services, SIGN_IN, async (ctx) => {
        const candidates = await candidatesFor(ctx, asked.email, asked.clientId);
        const byMail = candidates.filter(({ policy }) => policy.mail);
        const [first] = byMail;
        if (first) {
          const { token, code, expiresAt } = await mintMailProof(ctx, asked);
          const from = byMail.length === 1 ? first.clientId : null;
          await queueSignIn(
            ctx,
            first,
            { url: `${await doorOf(ctx, from)}#token=${token}`, code, from, why: 'sign_in' },
            expiresAt,
          );
        }
        // Whoever signs in another way is shown the way there, and nothing that lets anybody in.
        for (const one of candidates.filter(({ policy }) => !policy.mail))
          await queueSignIn(
            ctx,
            one,
            { url: await doorOf(ctx, one.clientId), code: null, from: one.clientId, why: 'elsewhere' },
            dayAfter(ctx),
          );
      }),
  };
}

const dayAfter = (ctx: Ctx): string => new Date(Date.parse(ctx.now) + 24 * 3_600_000).toISOString();

/** Where people of a client sign in: at the host name or the path of their own; for those of several at everybody's. */
async function doorOf(ctx: Ctx, clientId: string | null): Promise<string> {
  const path = clientId === null ? null : await portalPathOf(ctx, clientId);
  return clientId === null || path === null ? `${ctx.services.baseUrl}/portal/sign-in` : portalUrl(ctx, clientId, path);
}
