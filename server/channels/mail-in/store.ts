import type { Readable } from 'node:stream';
import { newId } from '#kernel/ids.ts';
import { type Services, withContext } from '#platform/context/index.ts';
import { RECEIVER } from './receiver.ts';

/** The largest mail that is taken, with everything in it. What mail servers let through ends at about half of it. */
export const MOST_MAIL_BYTES = 64 * 1_048_576;

/** A mail as it arrives, before anybody has read it. */
export type Arrived = {
  mailboxId: string | null;
  via: 'smtp' | 'imap' | 'graph' | 'upload';
  /** Which mail of the mailbox it is: the same one is stored once. */
  remoteKey: string;
  envelopeFrom?: string | null;
  envelopeTo?: readonly string[];
  content: Readable;
};

const STORE = `
insert into incoming_mails (id, mailbox_id, via, remote_key, sha256, size, envelope_from, envelope_to, received_at, next_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict do nothing returning id`;

/**
 * Keeps a mail's bytes and notes that it came, before anything is done with it: from here on it is not lost. Answers whether it is new; one
 * that is known already is kept once. Throws `too_large` and `insufficient_storage` as the file store does; nothing is noted then.
 */
export async function storeMail(services: Services, mail: Arrived): Promise<'stored' | 'known'> {
  const { sha256, size } = await services.files.put(mail.content, MOST_MAIL_BYTES);
  const rows = await withContext(services, RECEIVER, (ctx) =>
    ctx.hot('store_mail', STORE, [
      newId(),
      mail.mailboxId,
      mail.via,
      mail.remoteKey,
      sha256,
      size,
      mail.envelopeFrom ?? null,
      mail.envelopeTo ?? [],
      ctx.now,
    ]),
  );
  return rows.length > 0 ? 'stored' : 'known';
}
