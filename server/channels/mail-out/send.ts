import { type Services, withContext } from '#platform/context/index.ts';
import { type Claimed, claimMail } from './claim.ts';
import { composeNotification, type Letter } from './compose.ts';
import { composeInvitation } from './compose-invitation.ts';
import { composeSecurity } from './compose-security.ts';
import { composeSignIn } from './compose-sign-in.ts';
import { composeStaffLink } from './compose-staff-link.ts';
import { composeToClient, MOST_FILE_BYTES } from './compose-to-client.ts';
import { deliver } from './deliver.ts';
import { failureOf } from './failure.ts';
import { MOST_GRAPH_FILE_BYTES } from './graph.ts';
import { MAILER } from './mailer.ts';
import { noteFailed, noteSent } from './outcome.ts';
import { type MailServer, sendingRow, serverOf } from './server.ts';

/**
 * Sends what is due, one mail after the other, until nothing is left, the server refuses everybody, or `signal` says stop. May run in
 * several processes at once. No transaction is open while the server is talked to.
 * @returns how many were sent
 */
export async function sendDueMail(services: Services, signal?: AbortSignal): Promise<number> {
  const row = await withContext(services, MAILER, sendingRow);
  if (!row?.active || (row.retry_at !== null && row.retry_at > services.now())) return 0;
  const server = serverOf(services, row);
  let sent = 0;
  while (!signal?.aborted) {
    const mail = await withContext(services, MAILER, (ctx) => claimMail(ctx, server.fromAddress));
    if (mail === null) break;
    if (mail === 'passed') continue;
    const outcome = await sendOne(services, server, mail);
    if (outcome === 'sent') sent++;
    if (outcome === 'trouble') break;
  }
  return sent;
}

const letterFor = async (services: Services, server: MailServer, mail: Claimed): Promise<Letter> =>
  mail.kind === 'sign_in' && mail.sealed_link !== null
    ? composeSignIn(services, server, mail, mail.sealed_link)
    : mail.kind === 'security'
      ? composeSecurity(services, server, mail)
      : mail.calendar !== null
        ? composeInvitation(server, mail, mail.calendar)
        : mail.contact_id === null && mail.address === null
          ? mail.sealed_link === null
            ? composeNotification(services.baseUrl, server, {
                messageId: mail.message_id,
                ticketId: mail.ticket_id ?? '',
                ticketKey: mail.key ?? '',
                to: { name: mail.name, address: mail.email },
                subject: mail.subject,
                lines: mail.text.split('\n'),
                at: mail.created_at,
              })
            : composeStaffLink(services, server, mail, mail.sealed_link)
          : composeToClient(services, server, mail, server.via === 'graph' ? MOST_GRAPH_FILE_BYTES : MOST_FILE_BYTES);

async function sendOne(
  services: Services,
  server: MailServer,
  mail: Claimed,
): Promise<'sent' | 'not taken' | 'trouble'> {
  const letter = await letterFor(services, server, mail);
  try {
    await deliver(services, server, letter, mail.attempts > 1);
  } catch (error) {
    const failure = failureOf(error);
    services.log.warn({ err: error, mail: mail.id, attempts: mail.attempts }, 'mail: the server did not take one');
    await withContext(services, MAILER, (ctx) => noteFailed(ctx, mail, failure));
    return failure.everybody ? 'trouble' : 'not taken';
  }
  await withContext(services, MAILER, (ctx) => noteSent(ctx, mail));
  return 'sent';
}
