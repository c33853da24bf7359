import { invalid } from '#kernel/errors.ts';
import { wallTime } from '#kernel/wall-time.ts';
import type { Ctx } from '#platform/context/index.ts';
import { htmlToText } from '#platform/text/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import {
  createAnnouncement,
  discardAnnouncement,
  endAnnouncement,
  sayMore,
  updateAnnouncement,
  viewAnnouncement,
} from '#server/practices/announcement/index.ts';
import { refuseNames } from '#server/practices/span/index.ts';
import { lockPart, type PartRow } from './parts-rows.ts';
import { type ChangeRow, lockChange } from './rows.ts';
import { tell } from './tell.ts';
import { timesOf } from './when.ts';

const SERVICES = `
select s.service_id as id from change_services s where s.client_id = $1 and s.change_id = $2 and exists (
  select from client_services x where x.client_id = $3 and x.service_id = s.service_id)`;
const WRITE = `
update change_parts set announcement_id = $3, version = version + 1, updated_at = $4 where client_id = $1 and change_id = $2`;

/**
 * Drafts what a client's people are told of a change: planned work in its window, from the communication plan. Somebody reads it over and
 * publishes it. Returns its id.
 */
export async function draftAnnouncement(ctx: Ctx, idOrKey: string, clientId: string, version: number): Promise<string> {
  const ticket = await findTicket(ctx, idOrKey, { lock: true });
  const change = await lockChange(ctx, ticket);
  const part = await lockPart(ctx, ticket.id, clientId, version);
  const refuse = (message: string) => invalid([{ path: 'clientId', message }]);
  if (part.announcement_id !== null) throw refuse('there is an announcement for them already');
  if (part.from_at === null || part.until_at === null) throw refuse('say first when it begins and ends');
  if (part.until_at <= ctx.now) throw refuse('its window is over');
  const title = change.told_title || 'Planned work';
  const text = [part.means, htmlToText(change.plans.communication ?? '').trim()]
    .filter((one) => one !== '')
    .join('\n\n');
  await refuseNames(ctx, ticket, { clientId: `${title}\n${text}` }, clientId);
  const services = await ctx.hot<{ id: string }>('change_part_services', SERVICES, [
    ...[ticket.client_id, ticket.id, clientId],
  ]);
  const id = await createAnnouncement(ctx, {
    ...{ kind: 'maintenance', title, text, audience: 'chosen', clientIds: [clientId] },
    ...{ fromAt: part.from_at, untilAt: part.until_at, effect: part.outage ? 'maintenance' : null },
    serviceIds: services.map((service) => service.id),
  });
  await ctx.hot('change_part_announced', WRITE, [clientId, ticket.id, id, ctx.now]);
  await tell(ctx, ticket, 'announced', { text: 'an announcement for a client that it affects' });
  return id;
}

const ANNOUNCED = `
select p.*, k.time_zone from change_parts p join clients k on k.id = p.client_id
where p.change_id = $1 and p.announcement_id is not null`;

/** Lets what was announced follow: another window is told, when it begins is shown, and it ends with the change. A draft of what has ended is thrown away. */
export async function followAnnouncements(ctx: Ctx, ticket: TicketRecord, change: ChangeRow): Promise<void> {
  const { from, until, begun } = timesOf(change, ticket);
  const isOver = change.outcome !== null || ['closed', 'cancelled'].includes(ticket.status_category);
  for (const part of await ctx.hot<PartRow & { time_zone: string }>('change_parts_announced', ANNOUNCED, [ticket.id])) {
    const id = part.announcement_id as string;
    const { state, version, fromAt, untilAt } = await viewAnnouncement(ctx, id);
    if (state === 'ended') continue;
    if (isOver || part.ended_at !== null) {
      if (state === 'draft') await discardAnnouncement(ctx, id);
      else await endAnnouncement(ctx, id, { version });
      continue;
    }
    if (from === null || until === null || (same(fromAt, from) && same(untilAt, until))) continue;
    await updateAnnouncement(ctx, id, { version, fromAt: from, untilAt: until });
    const when = (at: string) => wallTime(at, part.time_zone).replace('T', ' ');
    if (state === 'published' && !begun)
      await sayMore(
        ctx,
        id,
        `It is planned for another time now: ${when(from)} to ${when(until)} (${part.time_zone}).`,
      );
  }
}

const same = (one: string | null, other: string) => one !== null && Date.parse(one) === Date.parse(other);
