import { Fault, invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Services, withContext } from '#platform/context/index.ts';
import { composeTest, domainOf } from './compose.ts';
import { deliver } from './deliver.ts';
import { failureOf } from './failure.ts';
import { MAILER } from './mailer.ts';
import { noteWell } from './outcome.ts';
import { sendingRow, serverOf } from './server.ts';

/** What the server's words are about; each goes on from the name of the field. */
const WHY = {
  host: 'cannot be reached or does not answer as a mail server',
  security: 'cannot be had from this server',
  password: 'was refused by the server',
  fromAddress: 'was refused by the server',
  mailboxId: 'cannot be sent from',
  recipient: 'was refused by the server',
} as const;

/**
 * Sends somebody a mail with the saved settings, now, and answers what the server said. Throws `invalid` on the setting at fault with
 * the server's own words.
 */
export async function sendTestMail(services: Services, staffId: string): Promise<{ to: string; answer: string }> {
  const { row, to } = await withContext(services, MAILER, async (ctx) => ({
    row: await sendingRow(ctx),
    to: await ctx.tx.selectFrom('staff').select(['name', 'email']).where('id', '=', staffId).executeTakeFirstOrThrow(),
  }));
  if (!row) throw new Fault('invalid', 'Sending mail is not set up yet: save the settings first.');
  const server = serverOf(services, row);
  const address = { name: to.name, address: to.email };
  const messageId = `<${newId()}@${domainOf(server.fromAddress)}>`;
  try {
    const answer = await deliver(
      services,
      server,
      composeTest(services.baseUrl, server, address, messageId, services.now()),
      false,
    );
    await withContext(services, MAILER, noteWell);
    return { to: to.email, answer };
  } catch (error) {
    const { field, text } = failureOf(error);
    throw invalid([{ path: field ?? 'recipient', message: `${WHY[field ?? 'recipient']}: ${text}` }]);
  }
}
