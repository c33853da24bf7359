import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { seal } from '#platform/secrets/index.ts';
import { oneLine } from './one-line.ts';
import { TRIED_MS } from './queue.ts';

/** What a link in a mail is sealed for while it waits to be sent. */
export const LINK_PURPOSE = 'mail link';

const QUEUE = `
insert into outgoing_mails (client_id, id, ticket_id, contact_id, kind, subject, text, sealed_link, next_at, give_up_at, created_at)
select t.client_id, one.id, t.id, r.id, $6, '[' || t.key || '] ' || $7, $8, one.link, $9, $10, $9
from tickets t
join unnest($3::uuid[], $4::uuid[], $5::bytea[]) one (id, contact, link) on true
join contacts r on r.client_id = t.client_id and r.id = one.contact and r.active and r.email <> ''
where t.client_id = $1 and t.id = $2 and exists (select from mail_sending where active)`;

/**
 * Notes mail about a ticket for people of its client, at once and each by itself. A link is one that its reader alone may know: it is
 * sealed until the mail is sent, and forgotten then. Whoever has no address, or has left, gets none.
 * @param to.link path below the program's address
 */
export async function queueLinks(
  ctx: Ctx,
  ticket: { client_id: string; id: string },
  to: readonly { contactId: string; link: string }[],
  what: { kind: string; subject: string; lines: readonly string[] },
): Promise<void> {
  if (to.length === 0 || ctx.quiet) return;
  await ctx.hot('queue_links', QUEUE, [
    ticket.client_id,
    ticket.id,
    to.map(() => newId()),
    to.map(({ contactId }) => contactId),
    to.map(({ link }) => seal(ctx.services.secret, LINK_PURPOSE, Buffer.from(link))),
    what.kind,
    oneLine(what.subject),
    what.lines.map(oneLine).join('\n'),
    ctx.now,
    new Date(Date.parse(ctx.now) + TRIED_MS).toISOString(),
  ]);
}
