import { Fault, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import type { RateTicket } from '#shared/satisfaction.ts';

const LOCK = `
select r.until, r.score, r.comment from ratings r
where r.client_id = $1 and r.ticket_id = $2 and r.contact_id = $3 for update`;
const RATE = `
update ratings set score = $3, comment = coalesce($4, comment), rated_at = $5, via = $6 where client_id = $1 and ticket_id = $2`;

const CONCERNED = `
select t.key, t.title, array(
  select r.staff_id where r.staff_id is not null
  union select t.assignee_id where t.assignee_id is not null
  union select m.staff_id from team_members m where m.team_id = r.team_id and m.lead
  union select w.watcher_id from ticket_watchers w where w.client_id = t.client_id and w.ticket_id = t.id and w.watcher_kind = 'staff') as staff
from ratings r join tickets t on t.client_id = r.client_id and t.id = r.ticket_id where r.client_id = $1 and r.ticket_id = $2`;

/** Tells whoever had the ticket, those who lead their team, and those who watch it, so that somebody can see to it. */
async function tellDisappointed(ctx: Ctx, clientId: string, ticketId: string, said: string): Promise<void> {
  const at = [clientId, ticketId];
  const [found] = await ctx.hot<{ key: string; title: string; staff: string[] }>('rating_concerned', CONCERNED, at);
  if (!found) return;
  const text = `${ctx.actor.name} is not content with ${found.key}: ${said || found.title}`;
  await notify(ctx, { client_id: clientId, id: ticketId }, found.staff, 'rated_bad', text);
}

type Place = { clientId: string; ticketId: string; contactId: string };

/** Says how content somebody is who was asked, or changes what they said, as long as it may be. */
export async function rate(
  ctx: Ctx,
  { clientId, ticketId, contactId }: Place,
  { score, comment }: RateTicket,
  via: 'portal' | 'mail',
): Promise<void> {
  const [asked] = await ctx.hot<{ until: string; score: string | null; comment: string }>('rating_lock', LOCK, [
    clientId,
    ticketId,
    contactId,
  ]);
  if (!asked) throw notFound('rating');
  if (asked.until <= ctx.now) throw new Fault('conflict', 'The time in which this could be said is over.');
  const said = comment?.trim() ?? null;
  if (asked.score === score && (said === null || said === asked.comment)) return;
  await ctx.hot('rating_rate', RATE, [clientId, ticketId, score, said, ctx.now, via]);
  await appendEvent(ctx, {
    clientId,
    subjectType: 'ticket',
    subjectId: ticketId,
    type: 'ticket.rated',
    visibility: 'public',
    data: { text: `${score}${via === 'mail' ? ', by mail' : ''}`, ...(said ? { reason: said } : {}) },
  });
  if (score === 'bad') await tellDisappointed(ctx, clientId, ticketId, said ?? asked.comment);
}
