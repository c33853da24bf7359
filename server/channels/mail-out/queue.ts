import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { oneLine } from '#platform/text/index.ts';

/** How long a mail waits for more about the same ticket, and how long it is tried. */
const GATHER_MS = 60_000;
export const TRIED_MS = 24 * 3_600_000;

const QUEUE = `
insert into outgoing_mails (client_id, id, ticket_id, staff_id, kind, subject, text, next_at, give_up_at, created_at)
select t.client_id, one.id, t.id, one.staff, $5, '[' || t.key || '] ' || t.title, $6, $7, $8, $9
from tickets t, unnest($3::uuid[], $4::uuid[]) one (id, staff)
where t.client_id = $1 and t.id = $2`;

/**
 * Notes mail about a ticket for staff, to be sent once the transaction has committed. Who they are was decided by the caller; it is
 * looked at again when it is sent.
 * @param what.urgent does not wait for more about the same ticket
 */
export async function queueMails(
  ctx: Ctx,
  ticket: { client_id: string; id: string },
  staffIds: readonly string[],
  what: { kind: string; text: string; urgent: boolean },
): Promise<void> {
  if (staffIds.length === 0) return;
  const now = Date.parse(ctx.now);
  await ctx.hot('queue_mails', QUEUE, [
    ticket.client_id,
    ticket.id,
    staffIds.map(() => newId()),
    staffIds,
    what.kind,
    oneLine(what.text),
    new Date(what.urgent ? now : now + GATHER_MS).toISOString(),
    new Date(now + TRIED_MS).toISOString(),
    ctx.now,
  ]);
}
