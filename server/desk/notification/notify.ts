import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';

type Ticket = { client_id: string; id: string };

/** Leaves a note for staff in the app, except for who caused it and where history is being written. */
export async function notify(
  ctx: Ctx,
  ticket: Ticket,
  staffIds: readonly string[],
  kind: string,
  text: string,
): Promise<void> {
  const others = [...new Set(staffIds)].filter((id) => id !== ctx.actor.id);
  if (ctx.quiet || others.length === 0) return;
  const rows = others.map((staff_id) => ({
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
