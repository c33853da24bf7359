import { type Ctx, requireAllClients, type Services, withContext } from '#platform/context/index.ts';
import type { MailboxTried } from '#shared/mail.ts';
import { forgetToken } from '../oauth/token.ts';
import { RECEIVER } from '../receiver.ts';
import { lookUpMailbox } from './access.ts';
import { openMailbox } from './opened.ts';
import { troubleWords } from './trouble.ts';

/** Opens a mailbox now, as it is saved, and says what is there or what is in the way; nothing is taken. */
export async function tryMailbox(services: Services, caller: Pick<Ctx, 'scope'>, id: string): Promise<MailboxTried> {
  requireAllClients(caller, 'A mailbox');
  const access = await withContext(services, RECEIVER, (ctx) => lookUpMailbox(ctx, id));
  // What it may is written into a token: only a new one tells of what was allowed meanwhile.
  if (access.auth === 'oauth') await forgetToken(services, id);
  try {
    const opened = await openMailbox(services, access);
    try {
      return { works: true, says: await opened.look() };
    } finally {
      opened.close();
    }
  } catch (error) {
    services.log.info({ err: error, mailbox: id }, 'mail: a mailbox was tried in vain');
    return { works: false, says: troubleWords(error) };
  }
}
