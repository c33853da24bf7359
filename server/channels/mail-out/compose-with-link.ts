import { type Services, withContext } from '#platform/context/index.ts';
import { portalUrl } from '#platform/portal-address/index.ts';
import { unseal } from '#platform/secrets/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { Claimed } from './claim.ts';
import { AUTOMATIC, fromTo, type Letter, type Sender } from './compose.ts';
import { paragraphs } from './letter-text.ts';
import { MAILER } from './mailer.ts';
import { oneLine } from './one-line.ts';
import { LINK_PURPOSE } from './queue-links.ts';
import { senderTo } from './sender.ts';
import { mailWords } from './words.ts';

/** A mail whose point is a link of its reader's own. It belongs to no thread: what is answered to it is no reply on the ticket. */
export async function composeWithLink(
  services: Services,
  sender: Sender,
  mail: Claimed,
  sealed: Buffer,
): Promise<Letter> {
  const path = unseal(services.secret, LINK_PURPOSE, sealed).toString();
  const [from, link] = await withContext(services, MAILER, async (ctx) => [
    await senderTo(ctx, sender, mail.client_id),
    await portalUrl(ctx, mail.client_id, path),
  ]);
  const words = mailWords(mail.language);
  const label = mail.kind === 'approval' ? words.decide : words.open;
  return {
    ...fromTo(from, { name: mail.name, address: mail.email }),
    subject: oneLine(mail.subject),
    text: `${[mail.text, mail.text_after, link].filter((part) => part !== '').join('\n\n')}\n`,
    html: [
      ...paragraphs(mail.text),
      ...paragraphs(mail.text_after),
      `<p><a href="${textToHtml(link)}"><strong>${textToHtml(label)}</strong></a></p>`,
    ].join('\n'),
    messageId: mail.message_id,
    date: new Date(mail.created_at),
    headers: AUTOMATIC,
  };
}
