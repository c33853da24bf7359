import { Fault, invalid } from '#kernel/errors.ts';
import { attempt, type Ctx } from '#platform/context/index.ts';
import { findTicket, openSteps, postMessage, transitionTicket } from '#server/desk/ticket/index.ts';
import { linkedTickets, refuseNames } from '#server/practices/span/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { TellIncidents, ToldIncidents } from '#shared/problem.ts';
import { findProblem } from './rows.ts';

const CODE = 'fixed';

/**
 * Tells the people of a problem's incidents something, and resolves these where asked. What one refuses leaves the others alone. Each
 * can be taken back by the event that is returned.
 */
export async function tellIncidents(ctx: Ctx, idOrKey: string, input: TellIncidents): Promise<ToldIncidents> {
  const problem = await findProblem(ctx, idOrKey);
  await refuseNames(ctx, problem.ticket, { message: input.message });
  const linked = new Map((await linkedTickets(ctx, problem.ticket)).map((one) => [one.id, one]));
  const unknown = input.ticketIds.find((id) => !linked.has(id));
  if (unknown) throw invalid([{ path: 'ticketIds', message: 'names a ticket that is not linked to this problem' }]);
  const muted = { ...ctx, muted: true };
  const items: ToldIncidents['items'] = [];
  for (const id of input.ticketIds) {
    const tried = await attempt(muted, () =>
      input.resolve ? resolveOne(muted, id, input) : tellOne(muted, id, input),
    );
    const key = linked.get(id)?.key ?? '';
    if ('done' in tried) items.push({ id, key, refused: null, eventId: tried.done });
    else if (tried.failed instanceof Fault) items.push({ id, key, refused: tried.failed.message, eventId: null });
    else throw tried.failed;
  }
  return { items };
}

async function tellOne(ctx: Ctx, id: string, { message }: TellIncidents): Promise<string | null> {
  const { takeBack } = await postMessage(ctx, id, { body: `<p>${textToHtml(message)}</p>`, visibility: 'public' });
  return takeBack?.eventId ?? null;
}

/** The mail of a resolution says what was done; so it is the message. */
async function resolveOne(ctx: Ctx, id: string, { message, resolutionCode = CODE }: TellIncidents) {
  const ticket = await findTicket(ctx, id, { lock: true });
  const step = (await openSteps(ctx, ticket)).find(({ category }) => category === 'resolved');
  if (!step) throw invalid([{ path: 'ticketIds', message: `${ticket.key} cannot be resolved from where it is` }]);
  const done = await transitionTicket(ctx, id, { to: step.to, resolutionCode, resolutionNote: message });
  return done.eventId;
}
