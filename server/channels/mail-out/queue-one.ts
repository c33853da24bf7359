import { newId } from '#kernel/ids.ts';
import type { FilledMail } from '#kernel/mail-template.ts';
import type { Ctx } from '#platform/context/index.ts';
import { seal } from '#platform/secrets/index.ts';
import { takeMailId } from './mail-id.ts';
import { TRIED_MS } from './queue.ts';
import type { Reached } from './recipients.ts';

/** What a link in a mail is sealed for while it waits to be sent. */
export const LINK_PURPOSE = 'mail link';

const QUEUE = `
insert into outgoing_mails (client_id, id, ticket_id, contact_id, said_id, kind, subject, text, html, files, message_id, in_reply_to, next_at,
  give_up_at, created_at, text_after, language, sealed_link)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`;

/** What a mail to one of a client's people says. */
export type Content = {
  kind: string;
  words: FilledMail;
  saidId?: string;
  html?: string | null;
  files?: readonly object[];
  inReplyTo?: string | null;
  /** A path that its reader alone may know: sealed until the mail is sent, and forgotten then. */
  link?: string;
  /** Seconds until it is sent. */
  delay?: number;
};

/** Notes one mail to one of a client's people, under an id by which answers find the ticket, if it is about one of theirs. */
export async function queueOne(
  ctx: Ctx,
  ticket: { client_id: string; id: string; part?: boolean },
  to: Pick<Reached, 'contactId' | 'language'>,
  content: Content,
): Promise<void> {
  const { kind, words, saidId = null, html = null, files = [], inReplyTo = null, link, delay = 0 } = content;
  const [id, now] = [newId(), Date.parse(ctx.now)];
  await ctx.hot('queue_contact_mail', QUEUE, [
    ticket.client_id,
    id,
    ticket.part ? null : ticket.id,
    to.contactId,
    saidId,
    kind,
    words.subject,
    words.before,
    html,
    JSON.stringify(files),
    ticket.part ? null : await takeMailId(ctx, ticket, id),
    inReplyTo,
    new Date(now + delay * 1_000).toISOString(),
    new Date(now + TRIED_MS).toISOString(),
    ctx.now,
    words.after,
    to.language,
    link === undefined ? null : seal(ctx.services.secret, LINK_PURPOSE, Buffer.from(link)),
  ]);
}

const LAST_RECEIVED = `
select message_id from ticket_mails where client_id = $1 and ticket_id = $2 and not sent order by created_at desc limit 1`;

/** The Message-ID of the last mail that came in about a ticket, which ours answers. */
export async function lastReceived(ctx: Ctx, ticket: { client_id: string; id: string }): Promise<string | null> {
  const [row] = await ctx.hot<{ message_id: string }>('last_received', LAST_RECEIVED, [ticket.client_id, ticket.id]);
  return row?.message_id ?? null;
}
