import { createHash } from 'node:crypto';
import type { ReadMail } from './reading/index.ts';

/**
 * What tells a mail from another, whichever mailbox it came to and how often it was fetched. A Message-ID alone does not: some programs
 * use one twice, and anybody can copy one. Without any, the bytes speak.
 */
export function fingerprintOf(mail: ReadMail, sha256: string): string {
  if (mail.messageId === null) return sha256;
  const parts = [mail.messageId, mail.from?.address ?? '', mail.date ?? '', mail.subject];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
