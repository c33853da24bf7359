import type { Services } from '#platform/context/index.ts';
import { unseal } from '#platform/secrets/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { Claimed } from './claim.ts';
import { AUTOMATIC, fromTo, type Letter, type Sender } from './compose.ts';
import { LINK_PURPOSE } from './queue-one.ts';
import { linksOf } from './words.ts';

/** A mail to somebody of the provider with a link that they alone may know, to the installation's own address. */
export function composeStaffLink(services: Services, sender: Sender, mail: Claimed, sealed: Buffer): Letter {
  const path = unseal(services.secret, LINK_PURPOSE, sealed).toString();
  const links = linksOf('en', mail.kind, `${services.baseUrl}${path}`);
  const lines = mail.text.split('\n');
  return {
    ...fromTo(sender, { name: mail.name, address: mail.email }),
    subject: mail.subject,
    text: [...lines.flatMap((line) => [line, '']), ...links.map(({ label, url }) => `${label}: ${url}`), ''].join('\n'),
    html: [
      ...lines.map((line) => `<p>${textToHtml(line)}</p>`),
      ...links.map(({ label, url }) => `<p><a href="${textToHtml(url)}">${textToHtml(label)}</a></p>`),
    ].join('\n'),
    messageId: mail.message_id,
    date: new Date(mail.created_at),
    headers: AUTOMATIC,
  };
}
