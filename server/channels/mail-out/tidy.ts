import { type Services, withContext } from '#platform/context/index.ts';
import { MAILER } from './mailer.ts';

const KEPT_DAYS = 30;

/** Forgets mail that was sent or given up long ago: what it told stands at the ticket. */
export async function forgetSentMail(services: Services): Promise<void> {
  await withContext(services, MAILER, async (ctx) => {
    const before = new Date(Date.parse(ctx.now) - KEPT_DAYS * 24 * 3_600_000).toISOString();
    await ctx.tx
      .deleteFrom('outgoing_mails')
      .where('state', 'in', ['sent', 'given_up'])
      .where('created_at', '<', before)
      .execute();
  });
}
