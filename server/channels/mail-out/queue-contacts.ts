import type { Ctx } from '#platform/context/index.ts';
import { personIn } from '#platform/identity/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { lastReceived, queueOne } from './queue-one.ts';
import { recipientsOf } from './recipients.ts';
import { MAIL_TO_CLIENTS } from './settings.ts';
import { mailTexts } from './templates/fill.ts';

type Ticket = { client_id: string; id: string; status_category: string };

const FILES = `
select sha256, name, media_type as "mediaType", size from files
where client_id = $1 and subject_id = $2 and message_id = $3 order by created_at, id`;

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
  const [{ value: setting }, files, inReplyTo] = await Promise.all([
    resolveSetting(ctx, MAIL_TO_CLIENTS, ticket.client_id),
    ctx.hot('said_files', FILES, [ticket.client_id, ticket.id, said.id]),
    lastReceived(ctx, ticket),
  ]);
  const delay = said.by === 'staff' ? setting.delaySeconds : 0;
  const solved = ticket.status_category === 'resolved';
  const template = said.by === 'system' ? 'notice' : solved ? 'replyResolved' : 'reply';
  const textFor = await mailTexts(ctx, ticket, template);
  for (const one of reached) {
    await queueOne(ctx, ticket, one, {
      kind: said.by === 'system' ? 'notice' : 'reply',
      saidId: said.id,
      words: textFor(one, { 'author.name': personIn(said.name) }),
      html: said.html,
      files,
      inReplyTo,
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
  await queueOne(ctx, ticket, one, {
    kind: 'received',
    words: (await mailTexts(ctx, ticket, 'received'))(one),
    inReplyTo,
  });
  return null;
}
