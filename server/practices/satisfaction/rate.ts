import { Fault, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { RateTicket } from '#shared/satisfaction.ts';

const LOCK = `
select r.until, r.score, r.comment from ratings r
where r.client_id = $1 and r.ticket_id = $2 and r.contact_id = $3 for update`;
const RATE = `
update ratings set score = $3, comment = coalesce($4, comment), rated_at = $5, via = $6 where client_id = $1 and ticket_id = $2`;

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
}
