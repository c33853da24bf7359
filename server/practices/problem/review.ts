import { sql } from 'kysely';
import { ALIKE, likeness, titleWords } from '#kernel/alike.ts';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { ProblemView, ReviewProblem } from '#shared/problem.ts';
import type { LinkedTicket } from '#shared/span.ts';
import { stepByItself } from './advance.ts';
import { lockProblem, type Problem } from './rows.ts';

const COMPARED = 2_000;
const SHOWN = 20;
const WEEK_MS = 604_800_000;

/** How many incidents there were in the weeks before a problem was resolved and since; null while it is not. */
export async function countsOf(
  ctx: Ctx,
  { ticket, facts }: Problem,
  incidents: readonly LinkedTicket[],
): Promise<ProblemView['counts']> {
  const since = ticket.resolved_at;
  if (since === null) return null;
  const weeks = facts.review_weeks;
  const begins = new Date(Date.parse(since) - weeks * WEEK_MS).toISOString();
  const within = (from: string, to: string) => incidents.filter(({ createdAt }) => createdAt >= from && createdAt < to);
  const ends = new Date(Date.parse(since) + weeks * WEEK_MS).toISOString();
  return {
    weeks,
    since,
    before: within(begins, since).length,
    after: within(since, ends).length,
    alike: await alikeSince(ctx, since, incidents),
  };
}

/** Incidents of the same clients that began since, say nearly the same as one that is linked, and are not linked themselves. */
async function alikeSince(ctx: Ctx, since: string, incidents: readonly LinkedTicket[]): Promise<LinkedTicket[]> {
  if (incidents.length === 0) return [];
  const clients = [...new Set(incidents.map(({ client }) => client.id))];
  const { rows } = await sql<LinkedTicket>`
    select t.id, t.key, t.kind, t.title, t.status, t.status_category as "statusCategory", t.priority, 'problem' as how, '' as why,
      '' as "linkedBy", t.created_at as "linkedAt", t.created_at as "createdAt",
      jsonb_build_object('id', c.id, 'name', c.name, 'code', c.code) as client
    from tickets t join clients c on c.id = t.client_id
    where t.client_id = any (${clients}::uuid[]) and t.kind = 'incident' and t.created_at >= ${since} and t.merged_into_id is null
      and t.id <> all (${incidents.map(({ id }) => id)}::uuid[])
    order by t.created_at desc limit ${COMPARED}`.execute(ctx.tx);
  const known = incidents.map(({ title }) => titleWords(title));
  return rows.filter((one) => known.some((words) => likeness(words, titleWords(one.title)) >= ALIKE)).slice(0, SHOWN);
}

/** Writes down whether a problem stopped, with the counts as they are now: it is closed then, or its fix goes on where it did not. */
export async function reviewProblem(
  ctx: Ctx,
  idOrKey: string,
  { version, result, text = '' }: ReviewProblem,
  incidentsOf: (problem: Problem) => Promise<readonly LinkedTicket[]>,
): Promise<void> {
  const problem = await lockProblem(ctx, idOrKey, version);
  const { ticket, facts } = problem;
  const counts = await countsOf(ctx, problem, await incidentsOf(problem));
  if (!counts) throw invalid([{ path: 'result', message: 'is said of what was resolved; this problem goes on' }]);
  const { before, after, weeks } = counts;
  const review = { result, text: text.trim(), by: ctx.actor.name, at: ctx.now, before, after, weeks };
  await ctx.tx
    .updateTable('problems')
    .set({ review: JSON.stringify(review), review_on: null, version: facts.version + 1, updated_at: ctx.now })
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .execute();
  const said = { stopped: 'they stopped', fewer: 'there are fewer', not_fixed: 'it is not fixed' }[result];
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: 'ticket.problem_reviewed',
    data: { text: said, before, after, weeks },
  });
  if (result === 'not_fixed' && !ticket.is_open)
    await stepByItself(ctx, ticket, 'fix_in_progress', 'its review says that it is not fixed');
  if (result === 'stopped' && ticket.status === 'resolved')
    await stepByItself(ctx, ticket, 'closed', 'its review says that they stopped');
}
