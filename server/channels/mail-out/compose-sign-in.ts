import { type Services, withContext } from '#platform/context/index.ts';
import { unseal } from '#platform/secrets/index.ts';
import { oneLine } from '#platform/text/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { Claimed } from './claim.ts';
import { AUTOMATIC, fromTo, type Letter, type Sender } from './compose.ts';
import { paragraphs } from './letter-text.ts';
import { MAILER } from './mailer.ts';
import { LINK_PURPOSE } from './queue-one.ts';
import type { SignInMail } from './queue-sign-in.ts';
import { senderTo } from './sender.ts';
import { signInWords } from './sign-in-words.ts';

/** The mail by which somebody of a client signs in: a link for any browser, and a code for the one that asked. */
export async function composeSignIn(
  services: Services,
  sender: Sender,
  mail: Pick<Claimed, 'message_id' | 'name' | 'email' | 'subject' | 'language' | 'created_at'>,
  sealed: Buffer,
): Promise<Letter> {
  const { url, code, from, why } = JSON.parse(unseal(services.secret, LINK_PURPOSE, sealed).toString()) as SignInMail;
  const us = await withContext(services, MAILER, (ctx) => senderTo(ctx, sender, from));
  const words = signInWords(mail.language);
  const lead = words.lead[why];
  return {
    ...fromTo(us, { name: mail.name, address: mail.email }),
    subject: oneLine(mail.subject),
    text: [
      ...[lead, '', url, ''],
      ...(code === null ? [] : [`${words.code} ${code}`, '']),
      ...[words.notYou[why], ''],
    ].join('\n'),
    html: [
      ...paragraphs(lead),
      `<p><a href="${textToHtml(url)}"><strong>${textToHtml(words.button[why])}</strong></a></p>`,
      ...(code === null ? [] : [`<p>${textToHtml(words.code)} <strong>${code}</strong></p>`]),
      ...paragraphs(words.notYou[why]),
    ].join('\n'),
    messageId: mail.message_id,
    date: new Date(mail.created_at),
    headers: AUTOMATIC,
  };
}
