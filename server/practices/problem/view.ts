import { sql } from 'kysely';
import { nextStep } from '#kernel/problem.ts';
import type { Ctx } from '#platform/context/index.ts';
import { isProvider } from '#server/business/client/index.ts';
import { linkedTickets, spansOf } from '#server/practices/span/index.ts';
import type { ProblemView } from '#shared/problem.ts';
import type { LinkedTicket } from '#shared/span.ts';
import { isOpenCategory } from '#shared/vocabulary.ts';
import { countsOf } from './review.ts';
import { findProblem, type Problem } from './rows.ts';
import { workOn } from './work.ts';

type Known = NonNullable<ProblemView['clients'][number]['knownError']>;

/** The incidents of a problem, of the clients that the reader sees. */
export const incidentsOf = async (ctx: Ctx, { ticket }: Problem): Promise<LinkedTicket[]> =>
  (await linkedTickets(ctx, ticket)).filter(({ how }) => how === 'problem');

/** A problem with all that the reader may see of it: incidents and known errors of their clients alone. */
export async function viewProblem(ctx: Ctx, idOrKey: string): Promise<ProblemView> {
  const problem = await findProblem(ctx, idOrKey);
  const { ticket, facts } = problem;
  const incidents = await incidentsOf(ctx, problem);
  const [spans, known, ofProvider, changes, minutes, counts, work, client] = await Promise.all([
    spansOf(ctx, ticket),
    knownOf(ctx, ticket.id),
    isProvider(ctx, ticket.client_id),
    changesOf(ctx, problem),
    minutesOf(ctx, problem, incidents),
    countsOf(ctx, problem, incidents),
    workOn(ctx, problem),
    ctx.tx.selectFrom('clients').select(['id', 'name']).where('id', '=', ticket.client_id).executeTakeFirstOrThrow(),
  ]);
  return {
    id: ticket.id,
    key: ticket.key,
    title: ticket.title,
    status: ticket.status,
    statusCategory: ticket.status_category as ProblemView['statusCategory'],
    cause: ticket.cause,
    client,
    ofProvider,
    symptoms: facts.symptoms,
    toldTitle: facts.told_title,
    workaround: facts.workaround,
    workaroundNone: facts.workaround_none,
    whys: facts.whys as ProblemView['whys'],
    branches: facts.branches as ProblemView['branches'],
    reviewWeeks: facts.review_weeks,
    knownErrorAt: facts.known_error_at,
    reviewOn: facts.review_on,
    review: facts.review as ProblemView['review'],
    incidents,
    clients: spans.map((span) => ({
      clientId: span.clientId,
      clientName: span.clientName,
      tickets: span.tickets,
      knownError: known.get(span.clientId) ?? null,
    })),
    changes,
    cost: {
      incidents: incidents.length,
      clients: new Set(incidents.map((one) => one.client.id)).size,
      ...minutes,
    },
    counts,
    next: nextStep({
      ...work,
      status: ticket.status,
      isOpen: ticket.is_open === true,
      openIncidents: incidents.filter(({ statusCategory }) => isOpenCategory(statusCategory)).length,
      reviewed: facts.review !== null,
    }),
    version: facts.version,
  };
}

async function knownOf(ctx: Ctx, problemId: string): Promise<ReadonlyMap<string, Known>> {
  const { rows } = await sql<Known & { clientId: string }>`
    select k.client_id as "clientId", k.id, k.title, k.symptoms, k.portal, k.published_at as "publishedAt", k.published_by as "publishedBy",
      k.retired_at as "retiredAt", k.retired_why as "retiredWhy",
      (select count(*)::int from known_error_uses u where u.client_id = k.client_id and u.known_error_id = k.id) as uses
    from known_errors k where k.problem_id = ${problemId} limit 2000`.execute(ctx.tx);
  return new Map(rows.map(({ clientId, ...known }) => [clientId, known]));
}

/** Changes that were raised to solve it, and those that were linked by hand; of the clients that the reader sees. */
async function changesOf(ctx: Ctx, { ticket }: Problem): Promise<ProblemView['changes']> {
  const { rows } = await sql<ProblemView['changes'][number]>`
    select t.id, t.key, t.title, t.status, t.status_category as "statusCategory", x.outcome from tickets t
    left join changes x on x.client_id = t.client_id and x.ticket_id = t.id
    where t.kind = 'change' and ((t.client_id, t.id) in (
        select c.client_id, c.ticket_id from changes c where c.problem_client_id = ${ticket.client_id} and c.problem_id = ${ticket.id})
      or (t.client_id, t.id) in (select l.client_id, case when l.from_id = ${ticket.id} then l.to_id else l.from_id end from ticket_links l
        where l.client_id = ${ticket.client_id} and (l.from_id = ${ticket.id} or l.to_id = ${ticket.id})))
    order by t.created_at limit 50`.execute(ctx.tx);
  return rows;
}

/** What was recorded on the incidents that the reader sees, and on the problem itself. */
async function minutesOf(ctx: Ctx, { ticket }: Problem, incidents: readonly LinkedTicket[]) {
  const sumOf = async (clientIds: readonly string[], ids: readonly string[]) => {
    const { rows } = await sql<{ minutes: number }>`
      select coalesce(sum(e.minutes), 0)::int as minutes from time_entries e
      join unnest(${clientIds}::uuid[], ${ids}::uuid[]) k (client_id, id) on e.client_id = k.client_id and e.ticket_id = k.id`.execute(
      ctx.tx,
    );
    return rows[0]?.minutes ?? 0;
  };
  const [incidentMinutes, problemMinutes] = await Promise.all([
    sumOf(
      incidents.map(({ client }) => client.id),
      incidents.map(({ id }) => id),
    ),
    sumOf([ticket.client_id], [ticket.id]),
  ]);
  return { incidentMinutes, problemMinutes };
}
