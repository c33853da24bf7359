import { includeParts, planTasks, routeTo } from '#kernel/catalogue.ts';
import { invalid } from '#kernel/errors.ts';
import type { Answers } from '#kernel/form.ts';
import type { Ctx } from '#platform/context/index.ts';
import { assignTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { changeFulfilment } from '#server/practices/fulfilment/index.ts';
import type { PartRow, RequestRow } from './rows.ts';

/** Refuses answers by which a bundle would bring something else: that has a price and approvals of its own, and is another order. */
export function refuseOtherParts(whole: PartRow, before: Answers, after: Answers): void {
  const brought = (answers: Answers) =>
    JSON.stringify(includeParts(whole.terms.parts, answers).filter(({ included }) => included));
  if (brought(before) !== brought(after))
    throw invalid([
      { path: 'answers', message: 'would change what comes with this order; cancel the request and order it anew' },
    ]);
}

const planOf = ([whole, ...parts]: readonly PartRow[]) => {
  const planned = ({ terms: { name, plan }, answers }: PartRow) => ({ name, plan, answers });
  return whole ? planTasks(planned(whole), parts.map(planned)) : [];
};

/** Brings the tasks in line with what is answered now. True where the plan is another and work on the former had begun. */
export async function followPlan(
  ctx: Ctx,
  ticket: TicketRecord,
  before: readonly PartRow[],
  after: readonly PartRow[],
): Promise<boolean> {
  const tasks = planOf(after);
  if (JSON.stringify(planOf(before)) === JSON.stringify(tasks)) return false;
  return changeFulfilment(ctx, ticket, tasks);
}

/** Brings the routing in line with what is answered now; a team that somebody chose since stays. */
export async function followRoute(
  ctx: Ctx,
  ticket: TicketRecord,
  request: RequestRow,
  before: PartRow,
  after: PartRow,
): Promise<void> {
  const route = ({ terms, answers }: PartRow) => routeTo(terms.routes, terms.form, answers);
  const [was, is] = [route(before), route(after)];
  if (!is || is.why === was?.why) return;
  const why = JSON.stringify({ ...request.why, routing: is.why });
  await ctx.hot('request_routing', 'update requests set why = $3 where client_id = $1 and ticket_id = $2', [
    ticket.client_id,
    ticket.id,
    why,
  ]);
  if (is.teamId !== ticket.team_id && (ticket.team_id === null || ticket.team_id === was?.teamId))
    await assignTicket(ctx, ticket.id, { teamId: is.teamId });
}
