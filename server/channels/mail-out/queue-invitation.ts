import { type CalendarEvent, writeCalendar } from '#kernel/icalendar.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { oneLine } from '#platform/text/index.ts';
import { TRIED_MS } from './queue.ts';

const QUEUE = `
insert into outgoing_mails (client_id, id, staff_id, kind, subject, text, calendar, next_at, give_up_at, created_at)
select c.id, one.id, one.staff, 'invitation', $3, $4, $5, $6, $7, $6
from clients c, unnest($1::uuid[], $2::uuid[]) one (id, staff) where c.kind = 'internal'`;

export type Invitation = {
  /** Invites, also to what has changed, or takes the invitation back. */
  readonly method: 'REQUEST' | 'CANCEL';
  readonly event: Omit<CalendarEvent, 'organizer'>;
  readonly text: string;
};

/** Whether mail is sent at all, and from whom. */
export async function senderOf(ctx: Ctx): Promise<{ name: string; email: string } | null> {
  const row = await ctx.tx
    .selectFrom('mail_sending')
    .select(['from_name as name', 'from_address as email'])
    .where('active', '=', true)
    .executeTakeFirst();
  return row ?? null;
}

/** Notes mail that invites people of the provider to an event, or takes it back; each calendar program offers to accept it. */
export async function queueInvitation(
  ctx: Ctx,
  organizer: { name: string; email: string },
  staffIds: readonly string[],
  { method, event, text }: Invitation,
): Promise<void> {
  if (staffIds.length === 0) return;
  const subject = oneLine(`${method === 'CANCEL' ? 'Cancelled: ' : ''}${event.summary}`);
  const calendar = writeCalendar({ name: '', method, events: [{ ...event, organizer }] });
  await ctx.hot('queue_invitation', QUEUE, [
    staffIds.map(() => newId()),
    staffIds,
    subject,
    text,
    calendar,
    ctx.now,
    new Date(Date.parse(ctx.now) + TRIED_MS).toISOString(),
  ]);
}
