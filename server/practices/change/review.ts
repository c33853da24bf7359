import { Fault } from '#kernel/errors.ts';
import { actingStaff, type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import type { ReviewChange } from '#shared/change.ts';
import { lockChange, writeChange } from './rows.ts';
import { tell } from './tell.ts';

/** Writes what is learnt from a change that is done. */
export async function reviewChange(ctx: Ctx, idOrKey: string, { version, text }: ReviewChange): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey, { lock: true });
  const change = await lockChange(ctx, ticket, version);
  if (change.outcome === null)
    throw new Fault('conflict', `${ticket.key} has not ended; it is looked at once it is known how it went.`);
  await writeChange(ctx, change, { review: text.trim(), review_at: ctx.now, review_by: actingStaff(ctx) });
  await tell(ctx, ticket, 'reviewed', { text: change.review === '' ? 'wrote the review' : 'wrote the review anew' });
}

const REVIEWER = systemIdentity('Change enablement');
const MOST = 200;

/** The next review that is overdue and of which nobody was told; locked, so that it is told once. */
const DUE = `
select c.client_id, c.ticket_id, c.writers, t.key, t.title, t.assignee_id, array(
    select m.staff_id from team_members m where m.team_id = t.team_id and m.lead) as leads
from changes c join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
where c.review_due_at <= $1 and c.review_at is null and c.review_told_at is null and t.status_category in ('resolved', 'closed')
order by c.review_due_at limit 1 for update of c skip locked`;
type Due = {
  client_id: string;
  ticket_id: string;
  writers: string[];
  key: string;
  title: string;
  assignee_id: string | null;
  leads: string[];
};

/** Tells of each change that should have been looked at by now, once. Returns how many there were. */
export async function tellOfReviews(services: Services, signal?: AbortSignal): Promise<number> {
  let told = 0;
  while (told < MOST && !signal?.aborted && (await withContext(services, REVIEWER, tellOne))) told += 1;
  return told;
}

async function tellOne(ctx: Ctx): Promise<boolean> {
  const [due] = await ctx.hot<Due>('change_review_due', DUE, [ctx.now]);
  if (!due) return false;
  const place = { client_id: due.client_id, id: due.ticket_id };
  await ctx.hot(
    'change_review_told',
    'update changes set review_told_at = $3 where client_id = $1 and ticket_id = $2',
    [due.client_id, due.ticket_id, ctx.now],
  );
  const people = [...new Set([...(due.assignee_id ? [due.assignee_id] : due.writers), ...due.leads])];
  await notify(
    ctx,
    place,
    people,
    'change_review',
    `${due.key} has not been looked at since it was done: ${due.title}`,
  );
  await tell(ctx, place, 'review_overdue', { text: 'five days have passed without its review' });
  return true;
}
