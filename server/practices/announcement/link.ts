import { invalid, notFound } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import type { TicketAnnouncements } from '#shared/announcement.ts';
import { findAnnouncement } from './rows.ts';

/** Says that an announcement is about a ticket; saying it twice changes nothing. */
export async function linkAnnouncement(ctx: Ctx, idOrKey: string, announcementId: string): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey);
  const announcement = await findAnnouncement(ctx, announcementId);
  const [reach] = await ctx.hot<{ reaches: boolean }>('announcement_reaches', REACHES, [
    announcementId,
    ticket.client_id,
  ]);
  if (!reach?.reaches) throw invalid([{ path: 'announcementId', message: 'is for other clients than the ticket’s' }]);
  const made = await ctx.tx
    .insertInto('announcement_tickets')
    .values({
      client_id: ticket.client_id,
      ticket_id: ticket.id,
      announcement_id: announcementId,
      staff_id: actingStaff(ctx),
      created_at: ctx.now,
    })
    .onConflict((on) => on.doNothing())
    .returning('ticket_id')
    .executeTakeFirst();
  if (made) await tellTicket(ctx, ticket, 'announcement_linked', announcement);
}

/** Says that it is not about it after all. */
export async function unlinkAnnouncement(ctx: Ctx, idOrKey: string, announcementId: string): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey);
  const announcement = await findAnnouncement(ctx, announcementId);
  const gone = await ctx.tx
    .deleteFrom('announcement_tickets')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('announcement_id', '=', announcementId)
    .returning('ticket_id')
    .executeTakeFirst();
  if (!gone) throw notFound('announcement');
  await tellTicket(ctx, ticket, 'announcement_unlinked', announcement);
}

const REACHES = 'select app.announced_to(a, $2) as reaches from announcements a where a.id = $1';

const tellTicket = (
  ctx: Ctx,
  ticket: { client_id: string; id: string },
  verb: string,
  { id, title }: { id: string; title: string },
) =>
  appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: `ticket.${verb}`,
    data: { text: title, announcementId: id },
  });

const COLUMNS = `a.id, a.kind, a.title, a.state, a.effect, a.from_at as "fromAt", a.until_at as "untilAt"`;
const LINKED = `
select ${COLUMNS} from announcement_tickets l join announcements a on a.id = l.announcement_id
where l.client_id = $1 and l.ticket_id = $2 order by a.from_at desc, a.id`;
/**
 * What is about a service touches incidents about it, and those of which nobody has said what they are about, where they came when it had
 * begun or shortly before.
 */
const TOUCHING = `
select ${COLUMNS} from announcements a
where a.state = 'published' and a.kind <> 'notice' and a.from_at <= $3 and app.announced_to(a, $1)
  and ($5::uuid is null or app.announced_at(a.id, $1, $5))
  and (case when $4::uuid is null then $6::timestamptz >= a.from_at - interval '2 hours'
    else a.service_ids = '{}' or $4 = any (a.service_ids) end)
  and not exists (select from announcement_tickets l where l.client_id = $1 and l.ticket_id = $2 and l.announcement_id = a.id)
order by $4::uuid is null, a.from_at desc, a.id limit 5`;

/** What is announced that a ticket is about, or may be. */
export async function announcementsOf(ctx: Ctx, idOrKey: string): Promise<TicketAnnouncements> {
  const ticket = await findTicket(ctx, idOrKey);
  const at = [ticket.client_id, ticket.id];
  const open = ticket.kind === 'incident' && (ticket.is_open === true || ticket.status_category === 'resolved');
  return {
    linked: await ctx.hot('announcements_linked', LINKED, at),
    touching: open
      ? await ctx.hot('announcements_touching', TOUCHING, [
          ...[...at, ctx.now, ticket.service_id, ticket.site_id],
          ticket.created_at,
        ])
      : [],
  };
}
