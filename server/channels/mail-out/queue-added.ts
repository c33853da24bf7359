import type { Ctx } from '#platform/context/index.ts';
import { personIn } from '#platform/identity/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { queueOne } from './queue-one.ts';
import { recipientsOf } from './recipients.ts';
import { MAIL_TO_CLIENTS } from './settings.ts';
import { mailTexts } from './templates/fill.ts';

type Ticket = { client_id: string; id: string; description: string };

const FILES = `
select sha256, name, media_type as "mediaType", size from files
where client_id = $1 and subject_id = $2 and message_id is null and visibility = 'public' order by created_at, id`;

/** What was given up was not told. */
const TOLD = `
select from outgoing_mails where client_id = $1 and contact_id = $3 and ticket_id = $2 and kind = 'added' and state <> 'given_up' limit 1`;

/**
 * Notes mail for one of the client's people who was let follow a ticket: who did it, and what was reported. Nobody is told twice, nor
 * whoever asked or let themselves in; what a colleague of the MSP did can be undone for a while, as an answer can. Whether they still
 * follow is looked at again when it is sent.
 */
export async function queueAdded(ctx: Ctx, ticket: Ticket, contactId: string): Promise<void> {
  if (ctx.quiet || ctx.muted || contactId === ctx.actor.id) return;
  const one = (await recipientsOf(ctx, ticket)).find((person) => person.contactId === contactId);
  if (!one || one.reason === 'asked' || one.obstacle !== null) return;
  const told = await ctx.hot('told_added', TOLD, [ticket.client_id, ticket.id, contactId]);
  if (told.length > 0) return;
  const [{ value: setting }, files, textFor] = await Promise.all([
    resolveSetting(ctx, MAIL_TO_CLIENTS, ticket.client_id),
    ctx.hot<object>('reported_files', FILES, [ticket.client_id, ticket.id]),
    mailTexts(ctx, ticket, 'added'),
  ]);
  await queueOne(ctx, ticket, one, {
    kind: 'added',
    words: textFor(one, { 'author.name': personIn(ctx.actor.name) }),
    html: ticket.description === '' ? null : ticket.description,
    files,
    delay: ctx.actor.kind === 'contact' ? 0 : setting.delaySeconds,
  });
}
