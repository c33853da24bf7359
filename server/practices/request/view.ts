import { notFound } from '#kernel/errors.ts';
import type { Answers } from '#kernel/form.ts';
import { answerLines } from '#kernel/form.ts';
import type { Ctx } from '#platform/context/index.ts';
import { callingReader, inWordsOf, type Say } from '#platform/words/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { approvalsOf, type Who } from '#server/practices/approval/index.ts';
import { countTasks, tasksOf } from '#server/practices/fulfilment/index.ts';
import type { FormAnswers } from '#shared/form.ts';
import type { PortalRequest, RequestView } from '#shared/request.ts';
import { againItem } from './again.ts';
import { namesIn } from './names.ts';
import { findRequest, type PartRow, priceIn, type RequestRow } from './rows.ts';
import { approvalSaid, formSaid } from './said.ts';
import { withdrawnBy } from './withdrawn.ts';

/** What a ticket asks for, as the desk sees it; `not_found` where it was not ordered from the catalogue. */
export async function orderedRequest(ctx: Ctx, idOrKey: string, who: Who): Promise<RequestView> {
  const view = await viewRequest(ctx, idOrKey, who);
  if (!view) throw notFound('request');
  return view;
}

/** The same, or null. */
export async function viewRequest(ctx: Ctx, idOrKey: string, who: Who): Promise<RequestView | null> {
  const ticket = await findTicket(ctx, idOrKey);
  const found = await findRequest(ctx, ticket);
  if (!found) return null;
  const { request, parts } = found;
  const nameOf = await namesOf(ctx, request, parts);
  const approvals = await approvalsOf(ctx, ticket, who);
  return {
    ticketId: ticket.id,
    itemId: request.item_id,
    ...factsOf(request, nameOf),
    expectedOn: expectedOn(request, ticket, approvals),
    why: request.why,
    parts: parts.map((part) => ({
      position: part.position,
      itemId: part.item_id,
      itemVersion: part.item_version,
      name: part.terms.name,
      price: priceIn(part),
      form: part.terms.form as RequestView['parts'][number]['form'],
      answers: part.answers as FormAnswers,
      lines: answerLines(part.terms.form, part.answers, nameOf),
    })),
    approvals,
    tasks: await tasksOf(ctx, ticket),
    version: request.version,
  };
}

type NameOf = Awaited<ReturnType<typeof namesIn>>;

const namesOf = (ctx: Ctx, request: RequestRow, parts: readonly { answers: Answers }[]) =>
  namesIn(
    ctx,
    request.client_id,
    parts.map(({ answers }) => answers),
    request.for_contact_id,
  );

function factsOf(request: RequestRow, nameOf: NameOf) {
  const { for_contact_id: id } = request;
  return {
    name: request.name,
    price: priceIn(request),
    reason: request.reason,
    forWhom: id ? { id, name: nameOf('person', id) ?? 'a colleague' } : null,
  };
}

/** The day on which it is expected; none is where it was not approved, or has ended without. */
function expectedOn(request: RequestRow, ticket: TicketRecord, [last]: RequestView['approvals']): string | null {
  const isOff = ticket.status_category === 'cancelled' || last?.state === 'rejected' || last?.state === 'expired';
  return isOff ? null : request.expected_on;
}

/** The same for whoever asked for it, under their own scope: what it is, who decides, and how far the work is. */
export async function portalRequest(ctx: Ctx, idOrKey: string): Promise<PortalRequest | null> {
  const ticket = await findTicket(ctx, idOrKey);
  const found = await findRequest(ctx, ticket);
  if (!found) return null;
  const { request, parts } = found;
  const nameOf = await namesOf(ctx, request, parts);
  const tasks = await countTasks(ctx, ticket);
  const approvals = await approvalsOf(ctx, ticket, null);
  const again = await againItem(ctx, ticket, request);
  const withdrawn = await withdrawnBy(ctx, ticket);
  const inWords = (say: Say): PortalRequest => {
    const facts = factsOf(request, nameOf);
    const said = approvals.map((approval) => approvalSaid(approval, say));
    return {
      ...facts,
      name: say(facts.name, 'item'),
      expectedOn: expectedOn(request, ticket, approvals),
      parts: parts.map((part: PartRow) => ({
        name: say(part.terms.name, 'item'),
        lines: answerLines(formSaid(part.terms.form, say), part.answers, nameOf),
      })),
      approvals: said,
      again,
      waitsFor: waitsFor(approvals),
      withdrawn,
      tasksDone: tasks.done,
      tasks: tasks.all,
      nextStep: nextStep(ticket, said, tasks),
    };
  };
  return inWordsOf(ctx, await callingReader(ctx), inWords);
}

/** For whose decision it waits, of those of the company: who is asked in an open step and has not decided. */
function waitsFor([last]: PortalRequest['approvals']): string[] {
  if (last?.state !== 'pending') return [];
  const voters = last.steps.filter(({ state }) => state === 'open').flatMap((step) => step.voters);
  return [...new Set(voters.filter(({ kind, vote }) => kind === 'contact' && vote === null).map(({ name }) => name))];
}

function nextStep(
  ticket: TicketRecord,
  approvals: PortalRequest['approvals'],
  { done, all }: { done: number; all: number },
): string {
  if (ticket.status_category === 'cancelled') return 'It has ended; nothing more happens.';
  if (ticket.is_open !== true) return 'Everything is done.';
  const [last] = approvals;
  if (last?.state === 'pending') {
    const steps = last.steps.filter(({ state }) => state === 'open').map(({ name }) => name);
    return `It waits for approval: ${steps.join(', ')}.`;
  }
  if (all === 0) return 'Your service desk takes it from here.';
  return `Your service desk works on it: ${done} of ${all} tasks done.`;
}
