import { Fault, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { refuseNames } from '#server/practices/span/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { Review, WriteReview } from '#shared/major.ts';
import { changeMajor, majorOf } from './rows.ts';

/**
 * Writes the review of a major incident that is restored. Each action that was not there before becomes a task of the incident's client,
 * given to whoever is to do it; one that is there already keeps its task. What clients may read of it names none of them to others.
 */
export async function writeReview(ctx: Ctx, idOrKey: string, input: WriteReview): Promise<void> {
  const both = await majorOf(ctx, idOrKey, input.version);
  const { ticket, major } = both;
  if (major.state !== 'restored' && major.state !== 'review')
    throw new Fault('conflict', 'The review is written once the service is restored, until it is completed.');
  await refuseNames(ctx, ticket, { forClients: input.forClients ?? '' });
  const texts = input.actions.map(({ text }) => text.trim().toLowerCase());
  const twice = texts.findIndex((text, at) => texts.indexOf(text) !== at);
  if (twice >= 0) throw invalid([{ path: `actions.${twice}.text`, message: 'is there twice' }]);
  const before = new Map((major.review?.actions ?? []).map((action) => [action.text.trim().toLowerCase(), action]));
  const actions: Review['actions'] = [];
  for (const action of input.actions) {
    const known = before.get(action.text.trim().toLowerCase());
    actions.push({ ...action, ticketId: known?.ticketId ?? (await taskFor(ctx, ticket, action)) });
  }
  const { happened, wentWell, toImprove, forClients = major.review?.forClients ?? '' } = input;
  await changeMajor(
    ctx,
    both,
    { review: { happened, wentWell, toImprove, actions, forClients } },
    { type: 'reviewed', data: { text: actions.length === 1 ? 'one action' : `${actions.length} actions` } },
  );
}

async function taskFor(
  ctx: Ctx,
  ticket: TicketRecord,
  { text, staffId, dueOn }: WriteReview['actions'][number],
): Promise<string> {
  const due = dueOn ? ` It is wanted by ${dueOn}.` : '';
  const task = await createTicket(
    ctx,
    {
      ...{ kind: 'task', clientId: ticket.client_id, title: text.trim(), requesterId: null },
      description: textToHtml(`From the review of the major incident ${ticket.key}.${due}`),
      ...(staffId ? { assigneeId: staffId } : {}),
    },
    { incomplete: true },
  );
  return task.id;
}
