import { dayAt } from '#kernel/day.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { notify } from '#server/desk/notification/index.ts';

const REVIEWER = systemIdentity('Problems');
const MOST = 200;

/** The next problem whose review is due and of which nobody was told; locked, so that it is told once. */
const DUE = `
select p.client_id, p.ticket_id, p.review_on, t.key, t.title, t.assignee_id, array(
    select m.staff_id from team_members m where m.team_id = t.team_id and m.lead) as leads
from problems p join tickets t on t.client_id = p.client_id and t.id = p.ticket_id
where p.review_on <= $1::date and p.review_told_on is distinct from p.review_on
order by p.review_on, p.ticket_id limit 1 for update of p skip locked`;
const TOLD = 'update problems set review_told_on = review_on where client_id = $1 and ticket_id = $2';

type Due = {
  client_id: string;
  ticket_id: string;
  key: string;
  title: string;
  assignee_id: string | null;
  leads: string[];
};

/** Tells whoever has a problem, and the leads of its team, that it is time to look whether it stopped; once. Returns how many there were. */
export async function tellOfDueReviews(services: Services, signal?: AbortSignal): Promise<number> {
  let told = 0;
  while (told < MOST && !signal?.aborted && (await withContext(services, REVIEWER, tellOne))) told += 1;
  return told;
}

async function tellOne(ctx: Ctx): Promise<boolean> {
  const [due] = await ctx.hot<Due>('problem_review_due', DUE, [dayAt(ctx.now, 'UTC')]);
  if (!due) return false;
  const { client_id, ticket_id: id, key, title, assignee_id, leads } = due;
  await ctx.hot('problem_review_told', TOLD, [client_id, id]);
  const people = [...new Set([...(assignee_id ? [assignee_id] : []), ...leads])];
  await notify(ctx, { client_id, id }, people, 'problem_review', `${key}: did it stop? Its review is due: ${title}`);
  return true;
}
