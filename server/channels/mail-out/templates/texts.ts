import type { MailKind, MailText } from '#shared/mail-words.ts';

/** What all mails say in one language, unless somebody chose other words. */
export type Texts = Readonly<Record<MailKind, MailText>>;
