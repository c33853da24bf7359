import type { Ctx } from '#platform/context/index.ts';
import type { Missing, TicketRecord } from '#server/desk/ticket/index.ts';
import { findProblem } from './rows.ts';

/** What a problem still asks for before it is a known error. */
export async function missingOf(ctx: Ctx, ticket: TicketRecord): Promise<Missing> {
  const { facts } = await findProblem(ctx, ticket.id);
  if (facts.workaround || facts.workaround_none) return {};
  return { workaround_told: 'Write the workaround first, or say that there is none.' };
}
