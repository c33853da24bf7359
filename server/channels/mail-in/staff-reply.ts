import type { Ctx } from '#platform/context/index.ts';
import { staffIdentity } from '#platform/identity/index.ts';
import { noteMailIds, SEPARATORS } from '#server/channels/mail-out/index.ts';
import { findTicket, postMessage } from '#server/desk/ticket/index.ts';
import { putFiles } from './files.ts';
import type { Outcome } from './outcome.ts';
import { newPartOf, type ReadMail } from './reading/index.ts';
import { saidIn } from './said.ts';
import type { Verdict } from './verdict.ts';

/** Alone on the first line: what follows goes to the client. */
const PUBLIC = /^((?:\s|<(?:p|span|br)\b[^>]*>)*)#(?:public|reply)\s*(?:<br \/>\s*|(?=<|\n|$))/i;

/**
 * Puts what one of the MSP's own people wrote from their mail program with the ticket: beside the conversation, unless its first line is
 * `#public`, for a mail is easily sent to more people than one thinks. They need the same rights as in the workspace.
 */
export async function replyOfStaff(
  ctx: Ctx,
  mail: ReadMail,
  { clientId, ticketId, staffId }: Extract<Verdict, { do: 'staff reply' }>,
  why: string,
): Promise<Outcome> {
  const identity = await staffIdentity(ctx, staffId);
  const sees = identity && (identity.scope.allClients || identity.scope.clientIds.includes(clientId));
  if (!identity || !sees || !identity.permissions.has('ticket.reply'))
    return { kind: 'held', why: `${why}, but may not write there` };
  let ticket = await findTicket(ctx, ticketId);
  while (ticket.merged_into_id) ticket = await findTicket(ctx, ticket.merged_into_id);
  const as: Ctx = { ...ctx, actor: identity.actor, can: (permission) => identity.permissions.has(permission) };
  const { html, quoted, cut } = newPartOf(mail, SEPARATORS);
  const isPublic = PUBLIC.test(html);
  const attachmentIds = await putFiles(as, ticket.client_id, mail, { cut });
  const body = saidIn(mail, html.replace(PUBLIC, '$1').replace(/^<p>\s*<\/p>\s*/, ''));
  const visibility = isPublic ? 'public' : 'internal';
  const { id } = await postMessage(as, ticket.id, { visibility, body, attachmentIds }, { source: 'email', quoted });
  if (mail.messageId) await noteMailIds(ctx, ticket, [mail.messageId], { sent: false });
  return { kind: isPublic ? 'reply' : 'note', why, ticketId: ticket.id, saidId: id };
}
