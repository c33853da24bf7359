import type { MailedView } from '#shared/signature.ts';

/** How far a mail is, for whoever sent it. */
export const MAIL_STATES: Readonly<Record<MailedView['state'], string>> = {
  queued: 'on its way',
  sending: 'on its way',
  sent: 'sent',
  failed: 'not taken yet, tried again',
  given_up: 'not taken',
};
