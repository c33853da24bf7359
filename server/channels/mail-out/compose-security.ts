import { type Services, withContext } from '#platform/context/index.ts';
import { portalUrl } from '#platform/portal-address/index.ts';
import { oneLine } from '#platform/text/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { Claimed } from './claim.ts';
import { AUTOMATIC, fromTo, type Letter, type Sender } from './compose.ts';
import { paragraphs } from './letter-text.ts';
import { MAILER } from './mailer.ts';
import { securityPage } from './security-words.ts';
import { senderTo } from './sender.ts';

/** The mail that how somebody of a client signs in has changed, with a link to where they see to it. */
export async function composeSecurity(services: Services, sender: Sender, mail: Claimed): Promise<Letter> {
  const [us, url] = await withContext(
    services,
    MAILER,
    async (ctx) =>
      [await senderTo(ctx, sender, mail.client_id), await portalUrl(ctx, mail.client_id, '/portal/security')] as const,
  );
  return {
    ...fromTo(us, { name: mail.name, address: mail.email }),
    subject: oneLine(mail.subject),
    text: [mail.text, '', url, ''].join('\n'),
    html: [
      ...paragraphs(mail.text),
      `<p><a href="${textToHtml(url)}">${textToHtml(securityPage(mail.language))}</a></p>`,
    ].join('\n'),
    messageId: mail.message_id,
    date: new Date(mail.created_at),
    headers: AUTOMATIC,
  };
}
