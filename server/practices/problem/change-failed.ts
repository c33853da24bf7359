import type { Ctx } from '#platform/context/index.ts';
import { findTicket, openSteps, transitionTicket } from '#server/desk/ticket/index.ts';

const HERE = "select id from tickets where client_id = $1 and id = $2 and kind = 'problem'";
const FIXING = 'fix_in_progress';

type Failed = { readonly key: string; readonly problem_client_id: string | null; readonly problem_id: string | null };

/**
 * The change that was to mend a problem failed or was backed out: where the problem had ended already, its fix goes on. One that the
 * caller does not see, and one whose lifecycle asks for more than a reason, stays as it is.
 */
export async function changeFailed(ctx: Ctx, { key, problem_client_id, problem_id }: Failed): Promise<void> {
  if (problem_client_id === null || problem_id === null) return;
  const [seen] = await ctx.hot<{ id: string }>('problem_of_change', HERE, [problem_client_id, problem_id]);
  const problem = seen && (await findTicket(ctx, seen.id, { lock: true }));
  if (!problem || problem.is_open) return;
  const step = (await openSteps(ctx, problem)).find(({ to }) => to === FIXING);
  if (!step?.requires.every((asked) => asked === 'reason')) return;
  await transitionTicket(ctx, problem.id, { to: FIXING, reason: `${key}, which was to mend it, did not` });
}
