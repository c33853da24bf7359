import { joinApprovals } from '#kernel/approval.ts';
import { Fault } from '#kernel/errors.ts';
import { answerLines } from '#kernel/form.ts';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { approvalsOf, startApproval, voidApproval } from '#server/practices/approval/index.ts';
import { holdFulfilment, replanFulfilment } from '#server/practices/fulfilment/index.ts';
import { beginWork, moveOn } from './follow.ts';
import { namesIn } from './names.ts';
import { policiesOf } from './policies.ts';
import { findRequest, type PartRow, priceIn, type RequestRow, requestOf } from './rows.ts';

/** The approval of a request by the policies that it and its parts were ordered under; null where there is none. */
function joinedOf(request: RequestRow, [whole, ...parts]: readonly PartRow[]) {
  if (!whole) return null;
  const asking = ({ terms: { name, approval } }: PartRow, row: RequestRow | PartRow) => ({
    ...{ name, approval },
    cost: priceIn(row),
  });
  return joinApprovals(
    policiesOf(
      asking(whole, request),
      parts.map((part) => asking(part, part)),
    ),
  );
}

/**
 * Asks for the approval of a request by its own policy and those of its parts, and lets it wait for that. Without a policy, or where
 * no step applies, nothing waits.
 */
export async function askApproval(ctx: Ctx, ticket: TicketRecord, why: string): Promise<'pending' | 'none'> {
  const { request, parts } = await requestOf(ctx, ticket);
  const joined = joinedOf(request, parts);
  if (!joined) return 'none';
  const nameOf = await namesIn(
    ctx,
    ticket.client_id,
    parts.map(({ answers }) => answers),
    request.for_contact_id,
  );
  const requester = await ctx.tx
    .selectFrom('contacts')
    .select('name')
    .where('client_id', '=', ticket.client_id)
    .where('id', '=', ticket.requester_id)
    .executeTakeFirst();
  const isBundle = parts.length > 1;
  const forWhom = request.for_contact_id ?? ticket.requester_id;
  const asked = await startApproval(ctx, {
    ticket,
    joined,
    why,
    subject: {
      ticketKey: ticket.key,
      title: request.name,
      cost: priceIn(request),
      requester: requester?.name ?? 'Somebody',
      forWhom: request.for_contact_id ? (nameOf('person', request.for_contact_id) ?? null) : null,
      reason: request.reason,
      expectedOn: request.expected_on,
      lines: parts.flatMap(({ position, terms: item, answers }) => [
        ...(isBundle && position > 0 ? [{ label: 'Includes', value: item.name }] : []),
        ...answerLines(item.form, answers, nameOf),
      ]),
    },
    forWhom,
    askers: [ticket.requester_id, request.for_contact_id, request.ordered_by].filter((id) => id !== null),
  });
  if (asked === 'approved') return 'none';
  await moveOn(ctx, ticket.id, 'pending_approval');
  return 'pending';
}

/** Asks once more, after a rejection or an end, or where too few are left to approve: by the policies that the request was made under. */
export async function askAgain(ctx: Ctx, ticket: TicketRecord): Promise<void> {
  const { request, parts } = await requestOf(ctx, ticket);
  const pending = (await approvalsOf(ctx, ticket, null)).find(({ state }) => state === 'pending');
  if (pending && !pending.steps.some(({ stuck }) => stuck))
    throw new Fault('conflict', 'It waits for an approval already.');
  if (!joinedOf(request, parts)) throw new Fault('invalid', 'This item needs no approval.');
  if (ticket.is_open !== true) throw new Fault('transition_refused', 'The request has ended; restore it first.');
  if (pending) await voidApproval(ctx, ticket, 'too few were left to approve it');
  await replanFulfilment(ctx, ticket);
  await askApproval(ctx, ticket, 'asked again');
}

/**
 * Asks anew where somebody moves a request by hand to where it waits for its approval: what was not approved, or was before, and is asked
 * about by nobody. Where nobody has to be asked any more it goes on.
 */
export async function askWhenMoved(ctx: Ctx, before: TicketRecord, ticket: TicketRecord): Promise<TicketRecord> {
  if (ticket.status !== 'pending_approval' || before.status === ticket.status) return ticket;
  const found = await findRequest(ctx, ticket);
  if (!found || !joinedOf(found.request, found.parts)) return ticket;
  const [last] = await approvalsOf(ctx, ticket, null);
  if (last?.state === 'pending') return ticket;
  await voidApproval(ctx, ticket, 'asked again');
  await replanFulfilment(ctx, ticket);
  await holdFulfilment(ctx, ticket);
  if ((await askApproval(ctx, ticket, 'asked again')) === 'pending') return findTicket(ctx, ticket.id);
  await moveOn(ctx, ticket.id, 'approved');
  return beginWork(ctx, ticket);
}
