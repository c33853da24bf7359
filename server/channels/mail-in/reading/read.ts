import type { Readable } from 'node:stream';
import { oneLine } from '#platform/text/index.ts';
import { addressesOf } from './addresses.ts';
import { dateOf } from './date.ts';
import { gather } from './gather.ts';
import type { Head } from './head.ts';
import { decodeWords } from './header-words.ts';
import { endsOf, idsOf, ownId } from './ids.ts';
import type { Keep } from './kept-file.ts';
import type { MailWords, ReadMail } from './mail.ts';

/** Most different faults that are told of one mail. */
const MOST_FAULTS = 50;

/** Collects sentences, each once. */
function sentences(): { add(sentence: string): void; list: string[] } {
  const list: string[] = [];
  return {
    list,
    add: (sentence) => {
      if (list.length < MOST_FAULTS && !list.includes(sentence)) list.push(sentence);
    },
  };
}

/** What a header and a text say together. */
export function wordsOf(head: Head, text: string, html: string | null, fault: (sentence: string) => void): MailWords {
  const { id, fault: idFault } = ownId(head.values('message-id'));
  if (idFault) fault(idFault);
  const from = addressesOf(head.values('from'));
  if (from.length === 0) fault('The mail does not say from whom it is.');
  const date = head.values('date')[0];
  const instant = dateOf(date);
  if (date !== undefined && instant === null) fault('The date of the mail cannot be read.');
  return {
    messageId: id,
    inReplyTo: endsOf(idsOf(head.values('in-reply-to'))),
    references: endsOf(idsOf(head.values('references'))),
    from: from[0] ?? null,
    sender: addressesOf(head.values('sender'))[0] ?? null,
    replyTo: addressesOf(head.values('reply-to')),
    to: addressesOf(head.values('to')),
    cc: addressesOf(head.values('cc')),
    subject: oneLine(decodeWords(head.values('subject')[0] ?? '')),
    date: instant,
    text,
    html,
    header: (name) => [...head.values(name)],
  };
}

/**
 * Reads a mail as it comes in; `keep` is given the content of each attachment while it is read. Whatever is broken ends
 * in a sentence in `faults`. Rejects only when `raw` cannot be read or `keep` rejects.
 */
export async function readMail(raw: Readable, keep: Keep): Promise<ReadMail> {
  const faults = sentences();
  const notes = sentences();
  const mail = gather({ keep, fault: faults.add, note: notes.add, depth: 0 });
  try {
    for await (const chunk of raw) await mail.feed(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    const { head, type, parameters, text, html, textKept, attachments, machineParts, embedded } = await mail.end();
    return {
      ...wordsOf(head, text, html, faults.add),
      contentType: { type, parameters },
      textKept,
      attachments,
      machineParts,
      embedded,
      faults: faults.list,
      notes: notes.list,
    };
  } catch (error) {
    await mail.abandon(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}
