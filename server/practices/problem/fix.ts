import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { findTicket, openSteps, type TicketRecord } from '#server/desk/ticket/index.ts';
import { advance, byItself, stepByItself } from './advance.ts';

const HERE = "select id from tickets where client_id = $1 and id = $2 and kind = 'problem'";
const FIXING = 'fix_in_progress';

/** A change and the problem that it is to mend, if any. */
type Mends = {
  readonly client_id: string;
  readonly problem_client_id: string | null;
  readonly problem_id: string | null;
};

/** The problem that a change is to mend; null where it mends none, and where the caller does not see it. */
async function mended(ctx: Ctx, { problem_client_id, problem_id }: Mends): Promise<TicketRecord | null> {
  if (problem_client_id === null || problem_id === null) return null;
  const [seen] = await ctx.hot<{ id: string }>('problem_of_change', HERE, [problem_client_id, problem_id]);
  return seen ? findTicket(ctx, seen.id, { lock: true }) : null;
}

/** A change is to mend a problem: its fix is in progress, where its cause is known. */
export async function changeRaised(ctx: Ctx, change: Mends): Promise<void> {
  const problem = await mended(ctx, change);
  if (problem) await advance(ctx, problem.id, { changed: false });
}

/**
 * The change that was to mend a problem failed or was backed out: where the problem had ended already, its fix goes on; where it goes on
 * anyway, that is said. One whose lifecycle asks for more than a reason, and one that ended otherwise, stays as it is.
 */
export async function changeFailed(
  ctx: Ctx,
  { key, outcome, ...change }: Mends & { key: string; outcome: string },
): Promise<void> {
  const problem = await mended(ctx, change);
  if (!problem) return;
  const backedOut = outcome === 'backed_out';
  // Who reads the problem of several clients may not see the one whose change it was.
  const called = change.client_id === problem.client_id ? key : 'A change at a client';
  const why = `${called}, which was to mend it, ${backedOut ? 'was backed out' : 'failed'}`;
  if (problem.status === 'resolved' || problem.status === 'closed') {
    const step = (await openSteps(byItself(ctx), problem)).find(({ to }) => to === FIXING);
    if (step?.requires.every((asked) => asked === 'reason')) await stepByItself(ctx, problem, FIXING, why);
    return;
  }
  if (!problem.is_open) return;
  await appendEvent(byItself(ctx), {
    clientId: problem.client_id,
    subjectType: 'ticket',
    subjectId: problem.id,
    type: 'ticket.problem_fix_failed',
    data: { text: why },
  });
  await advance(ctx, problem.id, { changed: false });
}
