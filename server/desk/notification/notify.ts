import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { worksFor } from '#platform/identity/index.ts';

type Ticket = { client_id: string; id: string };

/** Of those named, who still works here and for the client. */
const REACHED = `
select s.id from staff s where s.id = any ($1::uuid[]) and s.active
  and ${worksFor('$2')}`;

/**
 * Leaves a note for staff in the app, except for who caused it and where history is being written. Whoever has left, or does not
 * work for the client, is told nothing.
 */
export async function notify(
  ctx: Ctx,
  ticket: Ticket,
  staffIds: readonly string[],
  kind: string,
  text: string,
): Promise<void> {
  const others = [...new Set(staffIds)].filter((id) => id !== ctx.actor.id);
  if (ctx.quiet || ctx.muted || others.length === 0) return;
  const reached = await ctx.hot<{ id: string }>('notify_reached', REACHED, [others, ticket.client_id]);
  if (reached.length === 0) return;
  const rows = reached.map(({ id: staff_id }) => ({
    client_id: ticket.client_id,
    id: newId(),
    staff_id,
    ticket_id: ticket.id,
    kind,
    text: text.slice(0, 300),
    created_at: ctx.now,
  }));
  await ctx.tx.insertInto('notifications').values(rows).execute();
  // Ids only, heard at commit: the text is read under the reader's own scope.
  await ctx.hot('notify_live', "select pg_notify('fettle_notifications', line) from unnest($1::text[]) line", [
    rows.map((row) => [row.staff_id, row.client_id, row.ticket_id, row.id, kind].join('|')),
  ]);
}
