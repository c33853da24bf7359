import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { domainOf } from './compose.ts';
import { oneLine } from './one-line.ts';
import { TRIED_MS } from './queue.ts';
import { type Reached, recipientsOf } from './recipients.ts';
import { MAIL_TO_CLIENTS } from './settings.ts';
import { noteMailIds } from './thread.ts';
import { messageIdFor } from './thread-id.ts';
import { mailWords } from './words.ts';

type Ticket = { client_id: string; id: string; key: string; title: string };

const QUEUE = `
insert into outgoing_mails (client_id, id, ticket_id, contact_id, said_id, kind, subject, text, html, files, message_id, in_reply_to, next_at,
  give_up_at, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

const FILES = `
select sha256, name, media_type as "mediaType", size from files
where client_id = $1 and subject_id = $2 and message_id = $3 order by created_at, id`;

const LAST_RECEIVED = `
select message_id from ticket_mails where client_id = $1 and ticket_id = $2 and not sent order by created_at desc limit 1`;

/** What one of the MSP's people, the program or a fellow of theirs said to the client's people. */
export type Said = { id: string; html: string; by: 'staff' | 'system' | 'contact'; name: string };

/**
 * Notes mail about something said publicly on a ticket for the client's people whom it concerns, but not for whoever said it. It waits for
 * the client's delay, during which it can be taken back.
 * @returns until when it can be; null where nothing waits
 */
export async function queueSaid(ctx: Ctx, ticket: Ticket, said: Said): Promise<string | null> {
  if (ctx.quiet || ctx.muted) return null;
  const all = await recipientsOf(ctx, ticket);
  const reached = all.filter(({ obstacle, contactId }) => obstacle === null && contactId !== ctx.actor.id);
  if (reached.length === 0) return null;
  const [{ value: setting }, files, [received]] = await Promise.all([
    resolveSetting(ctx, MAIL_TO_CLIENTS, ticket.client_id),
    ctx.hot('said_files', FILES, [ticket.client_id, ticket.id, said.id]),
    ctx.hot<{ message_id: string }>('last_received', LAST_RECEIVED, [ticket.client_id, ticket.id]),
  ]);
  const delay = said.by === 'staff' ? setting.delaySeconds : 0;
  for (const one of reached) {
    const words = mailWords(one.language);
    const heading = said.by === 'system' ? '' : words.wrote(oneLine(said.name));
    await queueOne(ctx, ticket, one, {
      kind: said.by === 'system' ? 'notice' : 'reply',
      saidId: said.id,
      subject: oneLine(`[${ticket.key}] ${ticket.title}`),
      text: heading,
      html: said.html,
      files,
      inReplyTo: received?.message_id ?? null,
      delay,
    });
  }
  return delay > 0 ? new Date(Date.parse(ctx.now) + delay * 1_000).toISOString() : null;
}

/** Takes back the mails about something that was said, all or none. False where one has been sent, is being sent, or there is none. */
export async function unqueueSaid(ctx: Ctx, clientId: string, saidId: string): Promise<boolean> {
  const at = [clientId, saidId];
  const mails = await ctx.hot<{ state: string; attempts: number }>(
    'said_mails',
    'select state, attempts from outgoing_mails where client_id = $1 and said_id = $2 for update',
    at,
  );
  if (mails.length === 0 || mails.some(({ state, attempts }) => state !== 'queued' || attempts > 0)) return false;
  await ctx.hot('unqueue_said', 'delete from outgoing_mails where client_id = $1 and said_id = $2', at);
  return true;
}

/** How long the next acknowledgement to the same person waits at least: whoever writes much, or a machine, is answered once. */
const PEACE_MS = 3_600_000;

const ACKNOWLEDGED = `
select 1 from outgoing_mails where client_id = $1 and contact_id = $2 and kind = 'received' and created_at > $3 limit 1`;

/**
 * Notes that a mail has come to the one who wrote it, at most once an hour, in words of our own alone: nothing of what they wrote, so that
 * nobody can have us say something to others.
 * @returns whether it was noted, or why not
 */
export async function queueReceived(
  ctx: Ctx,
  ticket: Ticket,
  contactId: string,
  inReplyTo: string | null,
): Promise<string | null> {
  const one = (await recipientsOf(ctx, ticket)).find((person) => person.contactId === contactId);
  if (!one) return 'whoever wrote is not told of this ticket';
  if (one.obstacle !== null) return one.obstacle;
  const since = new Date(Date.parse(ctx.now) - PEACE_MS).toISOString();
  const before = await ctx.hot('acknowledged', ACKNOWLEDGED, [ticket.client_id, contactId, since]);
  if (before.length > 0) return 'acknowledged another within the hour';
  const words = mailWords(one.language);
  await queueOne(ctx, ticket, one, {
    kind: 'received',
    saidId: null,
    subject: words.receivedSubject(ticket.key),
    text: words.received(ticket.key),
    html: null,
    files: [],
    inReplyTo,
    delay: 0,
  });
  return null;
}

type Content = {
  kind: string;
  saidId: string | null;
  subject: string;
  text: string;
  html: string | null;
  files: readonly object[];
  inReplyTo: string | null;
  delay: number;
};

async function queueOne(ctx: Ctx, ticket: Ticket, to: Reached, content: Content): Promise<void> {
  const [id, now] = [newId(), Date.parse(ctx.now)];
  const { secret, baseUrl } = ctx.services;
  const { value } = await resolveSetting(ctx, MAIL_TO_CLIENTS, ticket.client_id);
  const [sending] = await ctx.hot<{ from_address: string }>('mail_from', 'select from_address from mail_sending', []);
  const domain = domainOf(value.fromAddress || (sending?.from_address ?? new URL(baseUrl).hostname));
  const messageId = messageIdFor(secret, ticket.id, id, domain);
  await ctx.hot('queue_contact_mail', QUEUE, [
    ticket.client_id,
    id,
    ticket.id,
    to.contactId,
    content.saidId,
    content.kind,
    content.subject,
    content.text,
    content.html,
    JSON.stringify(content.files),
    messageId,
    content.inReplyTo,
    new Date(now + content.delay * 1_000).toISOString(),
    new Date(now + TRIED_MS).toISOString(),
    ctx.now,
  ]);
  await noteMailIds(ctx, ticket, [messageId], { sent: true });
}
