import type { Ctx } from '#platform/context/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import { openSteps } from './command-transition.ts';
import type { TicketRecord } from './record.ts';

/**
 * The status in which work that waited goes on, or null: the furthest open one that asks for nothing and takes the ticket away
 * from nobody (handing back to triage would).
 */
export async function resumeStatus(ctx: Ctx, ticket: TicketRecord): Promise<string | null> {
  const { lifecycle } = await lifecycleOf(ctx, ticket);
  const losing = lifecycle.transitions
    .filter(
      (step) =>
        step.effects?.includes('clear_assignee') && step.from.some((key) => key === ticket.status || key === '*'),
    )
    .map((step) => step.to);
  const steps = (await openSteps(ctx, ticket)).filter(
    (step) => step.category === 'open' && step.requires.length === 0 && !losing.includes(step.to),
  );
  return steps.at(-1)?.to ?? null;
}
