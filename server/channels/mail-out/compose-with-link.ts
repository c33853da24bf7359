import type { Services } from '#platform/context/index.ts';
import { unseal } from '#platform/secrets/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { Claimed } from './claim.ts';
import { AUTOMATIC, fromTo, type Letter, type Sender } from './compose.ts';
import { oneLine } from './one-line.ts';
import { LINK_PURPOSE } from './queue-links.ts';

/** A mail whose point is a link of its reader's own. It belongs to no thread: what is answered to it is no reply on the ticket. */
export function composeWithLink(
  { baseUrl, secret }: Pick<Services, 'baseUrl' | 'secret'>,
  sender: Sender,
  mail: Pick<Claimed, 'message_id' | 'name' | 'email' | 'subject' | 'text' | 'created_at'>,
  sealed: Buffer,
): Letter {
  const link = `${baseUrl}${unseal(secret, LINK_PURPOSE, sealed).toString()}`;
  const subject = oneLine(mail.subject);
  const lines = mail.text.split('\n').map(oneLine);
  return {
    ...fromTo(sender, { name: mail.name, address: mail.email }),
    subject,
    text: [...lines, '', link, ''].join('\n'),
    html: [
      ...lines.map((line) => `<p>${textToHtml(line)}</p>`),
      `<p><a href="${textToHtml(link)}"><strong>Look at it</strong></a></p>`,
    ].join('\n'),
    messageId: mail.message_id,
    date: new Date(mail.created_at),
    headers: AUTOMATIC,
  };
}
