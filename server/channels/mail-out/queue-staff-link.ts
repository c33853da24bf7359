import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { seal } from '#platform/secrets/index.ts';
import { oneLine } from '#platform/text/index.ts';
import { TRIED_MS } from './queue.ts';
import { LINK_PURPOSE } from './queue-one.ts';

/**
 * Notes a mail with a link for somebody of the provider, about a ticket or about a client's `part` in what is no ticket of theirs. The
 * link is one that its reader alone may know: it is sealed until the mail is sent, and forgotten then.
 * @param what.link path below the program's address
 */
export async function queueStaffLink(
  ctx: Ctx,
  ticket: { client_id: string; id: string; part?: boolean },
  staffId: string,
  what: { kind: string; subject: string; lines: readonly string[]; link: string },
): Promise<void> {
  await ctx.tx
    .insertInto('outgoing_mails')
    .values({
      ...{ client_id: ticket.client_id, id: newId(), ticket_id: ticket.part ? null : ticket.id, staff_id: staffId },
      ...{ kind: what.kind, subject: oneLine(what.subject) },
      text: what.lines.map(oneLine).join('\n'),
      sealed_link: seal(ctx.services.secret, LINK_PURPOSE, Buffer.from(what.link)),
      next_at: ctx.now,
      give_up_at: new Date(Date.parse(ctx.now) + TRIED_MS).toISOString(),
      created_at: ctx.now,
    })
    .execute();
}
