import type { Selectable } from 'kysely';
import { notFound, staleVersion } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';

export type ProblemFacts = Selectable<Tables['problems']>;
export type Problem = { readonly ticket: TicketRecord; readonly facts: ProblemFacts };

const FACTS = 'select * from problems where client_id = $1 and ticket_id = $2';

/** The problem by the id or key of its ticket; what is no problem, and what the caller may not see, are alike not there. */
export async function findProblem(ctx: Ctx, idOrKey: string): Promise<Problem> {
  const ticket = await findTicket(ctx, idOrKey);
  const [facts] =
    ticket.kind === 'problem' ? await ctx.hot<ProblemFacts>('problem_facts', FACTS, [ticket.client_id, ticket.id]) : [];
  if (!facts) throw notFound('problem');
  return { ticket, facts };
}

/** The same locked for a change, refused when the writer saw an older version. */
export async function lockProblem(ctx: Ctx, idOrKey: string, version?: number): Promise<Problem> {
  const ticket = await findTicket(ctx, idOrKey, { lock: true });
  const [facts] =
    ticket.kind === 'problem'
      ? await ctx.hot<ProblemFacts>('problem_facts_lock', `${FACTS} for update`, [ticket.client_id, ticket.id])
      : [];
  if (!facts) throw notFound('problem');
  if (version !== undefined && version !== facts.version) throw staleVersion('problem', facts.version);
  return { ticket, facts };
}

const BEGIN = `
insert into problems (client_id, ticket_id, updated_at) values ($1, $2, $3) on conflict do nothing`;

/** What every problem has besides its ticket, empty as yet. */
export async function beginProblem(ctx: Ctx, ticket: TicketRecord): Promise<void> {
  await ctx.hot('problem_begin', BEGIN, [ticket.client_id, ticket.id, ctx.now]);
}
