import type { Ctx } from '#platform/context/index.ts';
import { ownTicket } from '#server/channels/contact/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import type { FormAnswers } from '#shared/form.ts';
import type { OrderBody } from '#shared/request.ts';
import { offeredTo } from './catalogue.ts';
import { workOut } from './quote.ts';
import { findRequest, type PartRow, type RequestRow } from './rows.ts';

const LAST = `
select state from approvals where client_id = $1 and ticket_id = $2 order by created_at desc, id desc limit 1`;

/** The item that whoever asked may ask for once more: where it was not approved, has ended, and the item is there for them still. */
export async function againItem(ctx: Ctx, ticket: TicketRecord, { item_id }: RequestRow): Promise<string | null> {
  if (ticket.requester_id === null || ctx.actor.id !== ticket.requester_id || ticket.is_open === true) return null;
  const [last] = await ctx.hot<{ state: string }>('request_last_approval', LAST, [ticket.client_id, ticket.id]);
  if (last?.state !== 'rejected' && last?.state !== 'expired') return null;
  const offered = await offeredTo(ctx, ticket.client_id, ticket.requester_id);
  return offered.get(item_id)?.forThem ? item_id : null;
}

/**
 * What the caller asked for, as an order to be looked through and sent once more; null where it cannot be. What the item as it is now
 * does not take any more is left out, and so are files, which belong to the ticket that they came with.
 */
export async function orderAgain(ctx: Ctx, idOrKey: string): Promise<OrderBody | null> {
  const ticket = await ownTicket(ctx, idOrKey);
  const found = await findRequest(ctx, ticket);
  const itemId = found && (await againItem(ctx, ticket, found.request));
  const [whole, ...parts] = found?.parts ?? [];
  if (!found || !itemId || !whole) return null;
  const { for_contact_id: forContactId, reason } = found.request;
  const order: OrderBody = {
    itemId,
    answers: answersOf(whole),
    parts: parts.map((part) => ({ itemId: part.item_id, answers: answersOf(part) })),
    ...(forContactId ? { forContactId } : {}),
    ...(reason ? { reason } : {}),
  };
  const orderer = { clientId: ticket.client_id, requesterId: String(ctx.actor.id) };
  return without(order, (await workOut(ctx, orderer, order)).faults);
}

const answersOf = ({ terms, answers }: PartRow): FormAnswers =>
  Object.fromEntries(
    terms.form.fields.flatMap(({ key, type }) =>
      type !== 'file' && Object.hasOwn(answers, key) ? [[key, answers[key]]] : [],
    ),
  ) as FormAnswers;

/** An order without what is wrong with it. */
function without(order: OrderBody, faults: readonly { path: string }[]): OrderBody {
  const wrong = new Set(faults.map(({ path }) => path));
  const kept = (answers: FormAnswers, place: string) =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => !wrong.has(`${place}.${key}`)));
  const { forContactId, ...rest } = order;
  return {
    ...rest,
    answers: kept(order.answers, 'answers'),
    parts: (order.parts ?? []).flatMap(({ itemId, answers }, at) =>
      wrong.has(`parts.${at}.itemId`) ? [] : [{ itemId, answers: kept(answers, `parts.${at}.answers`) }],
    ),
    ...(forContactId && !wrong.has('forContactId') ? { forContactId } : {}),
  };
}
