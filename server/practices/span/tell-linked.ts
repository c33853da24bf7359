import { Fault, forbidden, invalid } from '#kernel/errors.ts';
import { attempt, type Ctx } from '#platform/context/index.ts';
import { findTicket, openSteps, postMessage, type TicketRecord, transitionTicket } from '#server/desk/ticket/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { TellTickets, ToldTickets } from '#shared/span.ts';
import { linkedTickets } from './queries.ts';
import { refuseNames } from './refuse-names.ts';

const CODE = 'fixed';

/**
 * Tells the people of the tickets below a whole something, and resolves these where asked. What one refuses leaves the others alone. Each
 * can be taken back by the event that is returned.
 */
export async function tellLinked(ctx: Ctx, whole: TicketRecord, input: TellTickets): Promise<ToldTickets> {
  for (const needed of ['ticket.reply', ...(input.resolve ? (['ticket.transition'] as const) : [])] as const)
    if (!ctx.can(needed))
      throw forbidden(`This needs the permission "${needed}", which your role or key does not have.`);
  await refuseNames(ctx, whole, { message: input.message });
  const linked = new Map((await linkedTickets(ctx, whole)).map((one) => [one.id, one]));
  const unknown = input.ticketIds.find((id) => !linked.has(id));
  if (unknown) throw invalid([{ path: 'ticketIds', message: `names a ticket that is not linked to ${whole.key}` }]);
  const muted = { ...ctx, muted: true };
  const items: ToldTickets['items'] = [];
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

async function tellOne(ctx: Ctx, id: string, { message }: TellTickets): Promise<string | null> {
  const { takeBack } = await postMessage(ctx, id, { body: `<p>${textToHtml(message)}</p>`, visibility: 'public' });
  return takeBack?.eventId ?? null;
}

/** The mail of a resolution says what was done; so it is the message. */
async function resolveOne(ctx: Ctx, id: string, { message, resolutionCode = CODE }: TellTickets) {
  const ticket = await findTicket(ctx, id, { lock: true });
  const step = (await openSteps(ctx, ticket)).find(({ category }) => category === 'resolved');
  if (!step) throw invalid([{ path: 'ticketIds', message: `${ticket.key} cannot be resolved from where it is` }]);
  const done = await transitionTicket(ctx, id, { to: step.to, resolutionCode, resolutionNote: message });
  return done.eventId;
}
