import { type Services, systemIdentity, withContext } from '../context/index.ts';

const DAY_MS = 86_400_000;
/** Days for which ended sessions stay: by them an address is known again. */
const SESSION_DAYS = 90;

/** Drops what sign-in leaves behind: links and challenges a day after their end, tries after a day, sessions after 90. */
export async function tidySignIn(services: Services): Promise<void> {
  await withContext(services, systemIdentity('Tidy'), async (ctx) => {
    const ago = (days: number) => new Date(Date.parse(ctx.now) - days * DAY_MS).toISOString();
    await ctx.tx.deleteFrom('one_time_tokens').where('expires_at', '<', ago(1)).execute();
    await ctx.tx.deleteFrom('sign_in_attempts').where('at', '<', ago(1)).execute();
    await ctx.tx.deleteFrom('sessions').where('expires_at', '<', ago(SESSION_DAYS)).execute();
  });
}
