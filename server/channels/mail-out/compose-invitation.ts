import { oneLine } from '#platform/text/index.ts';
import type { Claimed } from './claim.ts';
import { AUTOMATIC, fromTo, type Letter, type Sender } from './compose.ts';
import { paragraphs } from './letter-text.ts';

/** A mail with an invitation, as a part beside its text, by which mail programs offer to accept it, and as a file for the others. */
export const composeInvitation = (sender: Sender, mail: Claimed, calendar: string): Letter => ({
  ...fromTo(sender, { name: mail.name, address: mail.email }),
  subject: oneLine(mail.subject),
  text: `${mail.text}\n`,
  html: paragraphs(mail.text).join('\n'),
  messageId: mail.message_id,
  date: new Date(mail.created_at),
  headers: AUTOMATIC,
  icalEvent: {
    method: /^METHOD:CANCEL\r$/m.test(calendar) ? 'CANCEL' : 'REQUEST',
    filename: 'invite.ics',
    content: calendar,
  },
});
