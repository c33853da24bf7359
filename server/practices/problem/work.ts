import type { Work } from '#kernel/problem.ts';
import type { Ctx } from '#platform/context/index.ts';
import { htmlToText } from '#platform/text/index.ts';
import type { ProblemView } from '#shared/problem.ts';
import type { Problem } from './rows.ts';

const KNOWN = 'select exists (select from known_errors where problem_id = $1 and retired_at is null) as known';
const CHANGES = `
select t.key, c.outcome from changes c join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
where c.problem_client_id = $1 and c.problem_id = $2 and t.status_category <> 'cancelled' order by t.created_at, t.id limit 50`;

/** What was done about a problem, as far as the caller sees the clients of it. */
export async function workOn(ctx: Ctx, { ticket, facts }: Problem): Promise<Work> {
  const [[row], changes] = await Promise.all([
    ctx.hot<{ known: boolean }>('problem_known_anywhere', KNOWN, [ticket.id]),
    ctx.hot<{ key: string; outcome: string | null }>('problem_mended_by', CHANGES, [ticket.client_id, ticket.id]),
  ]);
  const whys = facts.whys as ProblemView['whys'];
  const branches = facts.branches as ProblemView['branches'];
  return {
    analysed: whys.length > 0 || branches.some(({ causes }) => causes.length > 0),
    cause: Boolean(ticket.cause?.trim()),
    workaround: facts.workaround_none || htmlToText(facts.workaround).trim() !== '',
    known: row?.known ?? false,
    changes,
  };
}
