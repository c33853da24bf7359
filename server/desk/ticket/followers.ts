import type { Ctx } from '#platform/context/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import type { NotificationKind } from '#shared/notification-words.ts';
import type { TicketRecord } from './record.ts';

const WATCHING = `
select watcher_id as id from ticket_watchers
where client_id = $1 and ticket_id = $2 and watcher_kind = 'staff'`;

/** Tells whoever has the ticket and the staff who watch it; `except` are those who hear of it in another way. */
export async function tellFollowers(
  ctx: Ctx,
  ticket: TicketRecord,
  kind: NotificationKind,
  text: string,
  except: readonly string[] = [],
): Promise<void> {
  if (ctx.quiet || ctx.muted) return;
  const watching = await ctx.hot<{ id: string }>('staff_watching', WATCHING, [ticket.client_id, ticket.id]);
  const all = [...watching.map(({ id }) => id), ...(ticket.assignee_id ? [ticket.assignee_id] : [])];
  await notify(
    ctx,
    ticket,
    all.filter((id) => !except.includes(id)),
    kind,
    text,
  );
}
