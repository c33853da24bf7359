import type { Ctx } from '#platform/context/index.ts';
import { personIn } from '#platform/identity/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { textToHtml } from '#shared/html.ts';
import { lastReceived, queueOne } from './queue-one.ts';
import { recipientsOf } from './recipients.ts';
import { MAIL_RESOLVED, MAIL_TO_CLIENTS } from './settings.ts';
import { mailTexts } from './templates/fill.ts';

const FORGET = `
delete from outgoing_mails where client_id = $1 and ticket_id = $2 and kind = 'resolved' and state = 'queued' and attempts = 0`;

/**
 * Notes mail to the client's people whom a ticket concerns that it is resolved, where nothing was said along with it that tells them. It
 * waits as an answer does, and is not sent if the ticket is opened again until then.
 * @param note how it was resolved, as whoever asked may read it
 */
export async function queueResolved(
  ctx: Ctx,
  ticket: { client_id: string; id: string },
  note: string | null,
): Promise<void> {
  if (ctx.quiet || ctx.muted) return;
  const { value: tells } = await resolveSetting(ctx, MAIL_RESOLVED, ticket.client_id);
  if (!tells.active) return;
  const all = await recipientsOf(ctx, ticket);
  const reached = all.filter(({ obstacle, contactId }) => obstacle === null && contactId !== ctx.actor.id);
  if (reached.length === 0) return;
  // Resolved, opened and resolved again within the delay is told once.
  await ctx.hot('forget_resolved', FORGET, [ticket.client_id, ticket.id]);
  const { value: setting } = await resolveSetting(ctx, MAIL_TO_CLIENTS, ticket.client_id);
  const inReplyTo = await lastReceived(ctx, ticket);
  const author = ctx.actor.kind === 'system' ? null : personIn(ctx.actor.name);
  const textFor = await mailTexts(ctx, ticket, 'resolved');
  for (const one of reached)
    await queueOne(ctx, ticket, one, {
      kind: 'resolved',
      words: textFor(one, { 'author.name': author }),
      html: note?.trim() ? `<p>${textToHtml(note.trim())}</p>` : null,
      inReplyTo,
      delay: ctx.actor.kind === 'system' ? 0 : setting.delaySeconds,
    });
}
