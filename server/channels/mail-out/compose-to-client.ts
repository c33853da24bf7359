import { type Services, withContext } from '#platform/context/index.ts';
import { portalUrl } from '#platform/portal-address/index.ts';
import { unseal } from '#platform/secrets/index.ts';
import { oneLine } from '#platform/text/index.ts';
import type { Claimed, OutgoingFile } from './claim.ts';
import { domainOf, fromTo, type Letter, type Sender } from './compose.ts';
import { letterText } from './letter-text.ts';
import { MAILER } from './mailer.ts';
import { LINK_PURPOSE } from './queue-one.ts';
import { senderTo } from './sender.ts';
import { stopAddress, stopPage, stopToken } from './stop-token.ts';
import { plusAddress, ticketToken } from './thread-id.ts';
import { linksOf, mailWords } from './words.ts';

/** What goes along as files at most; what is larger is with the ticket. Mail servers take 20 to 25 MB, and coding adds a third. */
export const MOST_FILE_BYTES = 12 * 1_048_576;

/** What an automatic mail says of itself, so that no machine answers it (RFC 3834, MS-OXCMAIL). */
const AUTOMATIC = { 'X-Auto-Response-Suppress': 'All' };

/** What the desk says by itself. */
const AUTOMATIC_KINDS = new Set([
  'notice',
  'added',
  'resolved',
  'announcement',
  'announcementUpdate',
  'announcementEnded',
  'invoice',
  'invoiceReminder',
  'quote',
  'contract',
]);

/**
 * The mail to one of a client's people about what was said to them, that theirs has come, or what they are asked. Its link is one of
 * its reader's own where such a one is sealed with it, else the ticket's page. Answers to it find the ticket by its Message-ID, by the
 * address that it asks to be answered at, and by a word in its text, whichever their mail program keeps.
 */
export async function composeToClient(
  services: Services,
  sender: Sender,
  mail: Claimed,
  mostFileBytes: number,
): Promise<Letter> {
  const { secret } = services;
  const [from, replyAddress, link, stop] = await withContext(services, MAILER, async (ctx) => {
    const from = await senderTo(ctx, sender, mail.client_id);
    const [box] = await ctx.hot<{ address: string; plus: boolean }>('mail_answers_to', ANSWERS_TO, [
      from.fromAddress.toLowerCase(),
      mail.client_id,
    ]);
    const answers =
      box && mail.ticket_id !== null && box.plus ? plusAddress(secret, box.address, mail.ticket_id) : box?.address;
    const path = mail.announcement_id
      ? `/portal/status#${mail.announcement_id}`
      : mail.sealed_link
        ? unseal(secret, LINK_PURPOSE, mail.sealed_link).toString()
        : mail.key && `/portal/tickets/${mail.key}`;
    const page = path === null ? null : await portalUrl(ctx, mail.client_id, path);
    const stop = mail.announcement_id
      ? { token: stopToken(secret, mail), at: await portalUrl(ctx, mail.client_id, '') }
      : null;
    return [from, answers, page, stop] as const;
  });
  const along = mail.files.filter((_, index) => sizeUpTo(mail.files, index) <= mostFileBytes);
  const { text, html } = letterText({
    language: mail.language,
    before: mail.text,
    html: mail.html,
    after: mail.text_after,
    answered: mail.address === null && stop === null,
    left: mail.files.filter((file) => !along.includes(file)).map(({ name }) => name),
    links: link === null ? [] : linksOf(mail.language, mail.kind, link),
    token: mail.ticket_id === null ? null : ticketToken(secret, mail.ticket_id),
    ...(stop === null ? {} : { stop: { label: mailWords(mail.language).stop, url: stop.at + stopPage(stop.token) } }),
  });
  const automatic =
    mail.kind === 'received'
      ? 'auto-replied'
      : AUTOMATIC_KINDS.has(mail.kind) || mail.sealed_link !== null
        ? 'auto-generated'
        : null;
  const about = mail.ticket_id ?? mail.announcement_id;
  const thread = about === null ? null : `<fettle.${about}@${domainOf(from.fromAddress)}>`;
  const references = [thread, mail.in_reply_to].filter((one) => one !== null).map(oneLine);
  return {
    ...fromTo(from, { name: mail.name, address: mail.email }),
    subject: mail.subject,
    text,
    html,
    messageId: mail.message_id,
    date: new Date(mail.created_at),
    ...(mail.in_reply_to === null ? {} : { inReplyTo: oneLine(mail.in_reply_to) }),
    ...(references.length === 0 ? {} : { references: references.join(' ') }),
    ...(replyAddress ? { replyTo: replyAddress } : {}),
    // Whoever could answer an acknowledgement by machine has nobody to send to (RFC 3834, section 3.3).
    ...(mail.kind === 'received' ? { envelope: { from: '', to: mail.email } } : {}),
    attachments: await Promise.all(along.map(async (file) => attachment(services, file))),
    headers: {
      ...(mail.key === null ? {} : { 'X-Fettle-Ticket': mail.key }),
      ...(stop === null ? {} : listHeaders(domainOf(from.fromAddress), stop.at + stopAddress(stop.token))),
      ...(automatic === null ? {} : { 'Auto-Submitted': automatic, ...AUTOMATIC }),
    },
  };
}

/** By what mail programs know that they may offer to stop such mail, by one press of theirs where the address is safe (RFC 8058). */
const listHeaders = (domain: string, address: string) => ({
  'List-Id': `<announcements.${domain}>`,
  'List-Unsubscribe': `<${address}>`,
  ...(address.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
});

/** Where answers come in: the sender's own mailbox, else the client's, else any. */
const ANSWERS_TO = `
select address, plus_addresses as plus from mailboxes where active
order by (address = $1) desc, (serves_id = $2) desc nulls last, (serves_id is null) desc, created_at limit 1`;

const sizeUpTo = (files: readonly OutgoingFile[], index: number): number =>
  files.slice(0, index + 1).reduce((sum, { size }) => sum + size, 0);

async function attachment(services: Services, { sha256, name, mediaType }: OutgoingFile) {
  const { stream } = await services.files.get(sha256);
  return { filename: oneLine(name), contentType: mediaType, content: stream };
}
