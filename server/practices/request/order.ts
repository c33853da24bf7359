import { joinReasons } from '#kernel/approval.ts';
import { planTasks, routeTo } from '#kernel/catalogue.ts';
import { invalid } from '#kernel/errors.ts';
import type { Answers, Form } from '#kernel/form.ts';
import { answerLines } from '#kernel/form.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createTicket, postMessage, type TicketRecord } from '#server/desk/ticket/index.ts';
import { planFulfilment } from '#server/practices/fulfilment/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { OrderBody } from '#shared/request.ts';
import type { Source } from '#shared/vocabulary.ts';
import { askApproval } from './approval.ts';
import { beginWork } from './follow.ts';
import { namesIn } from './names.ts';
import { type Orderer, type Worked, workOut } from './quote.ts';

/**
 * Makes a request from the catalogue: the ticket with what was answered, the version that it was made from, its price and its promise;
 * its tasks, which wait; and the approval where one is needed. Without one, work begins at once. The desk must be able to write:
 * somebody of a client orders in the desk's name.
 */
export async function placeOrder(
  ctx: Ctx,
  orderer: Orderer,
  order: OrderBody,
  options: { source?: Source } = {},
): Promise<TicketRecord> {
  const worked = await workOut(ctx, orderer, order);
  if (worked.faults.length > 0) throw invalid(worked.faults);
  const { item, parts } = worked;
  const forWhom = order.forContactId && order.forContactId !== orderer.requesterId ? order.forContactId : null;
  const nameOf = await namesIn(
    ctx,
    orderer.clientId,
    [worked.answers, ...parts.map(({ answers }) => answers)],
    forWhom,
  );
  const routed = routeTo(item.terms.routes, item.terms.form, worked.answers);
  const forName = forWhom ? nameOf('person', forWhom) : undefined;
  const ticket = await createTicket(
    ctx,
    {
      kind: 'request',
      clientId: orderer.clientId,
      requesterId: orderer.requesterId,
      title: `${item.terms.name}${forName ? ` for ${forName}` : ''}`.slice(0, 200),
      description: descriptionOf(worked, order.reason ?? '', nameOf),
      ...(item.terms.categoryId ? { categoryId: item.terms.categoryId } : {}),
      ...(item.terms.serviceId ? { serviceId: item.terms.serviceId } : {}),
      ...(routed ? { teamId: routed.teamId } : {}),
      ...(options.source ? { source: options.source } : {}),
    },
    { incomplete: true },
  );
  await writeRequest(ctx, ticket, worked, {
    forWhom,
    reason: order.reason?.trim() ?? '',
    routing: routed?.why ?? (ticket.team_id ? 'the team of its category or service' : 'no rule fits'),
  });
  await attachFiles(
    ctx,
    ticket,
    [item, ...parts.map((part) => part.item)].map(({ terms }) => terms.form),
    [worked, ...parts],
  );
  await planFulfilment(
    ctx,
    ticket,
    planTasks(
      { name: item.terms.name, plan: item.terms.plan, answers: worked.answers },
      parts.map((part) => ({ name: part.item.terms.name, plan: part.item.terms.plan, answers: part.answers })),
    ),
  );
  const asked = await askApproval(ctx, ticket, whoseApproval(worked));
  return asked === 'pending' ? ticket : beginWork(ctx, ticket);
}

/** Where the approval of an order comes from: the policy of what was ordered, and those of its parts. */
function whoseApproval({ item, parts }: Worked): string {
  const all = [{ of: null, ...item.offer }, ...parts.map((part) => ({ of: part.item.terms.name, ...part.item.offer }))];
  const asking = all.filter(({ approval }) => approval !== null);
  if (asking.length === 0) return 'no approval is asked';
  return joinReasons(asking.map(({ of, from }) => ({ of, why: `the approval policy of ${from.approval}` })));
}

async function writeRequest(
  ctx: Ctx,
  ticket: TicketRecord,
  worked: Worked,
  about: { forWhom: string | null; reason: string; routing: string },
): Promise<void> {
  const { item, parts, answers, price, priceWhy, expectedOn, deliveryWhy } = worked;
  await ctx.tx
    .insertInto('requests')
    .values({
      client_id: ticket.client_id,
      ticket_id: ticket.id,
      item_id: item.id,
      name: item.terms.name,
      for_contact_id: about.forWhom,
      ordered_by_kind: ctx.actor.kind,
      ordered_by: ctx.actor.id,
      reason: about.reason,
      price_minor: price?.minor ?? null,
      currency: price?.currency ?? null,
      expected_on: expectedOn,
      why: JSON.stringify({
        price: priceWhy,
        delivery: deliveryWhy,
        routing: about.routing,
        approval: whoseApproval(worked),
      }),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  const all = [{ item, answers }, ...parts];
  await ctx.tx
    .insertInto('request_parts')
    .values(
      all.map((part, position) => ({
        client_id: ticket.client_id,
        ticket_id: ticket.id,
        position,
        item_id: part.item.id,
        item_version: part.item.number,
        // What held for this client is kept with the version that it was made from.
        terms: JSON.stringify({ ...part.item.terms, approval: part.item.offer.approval }),
        answers: JSON.stringify(part.answers),
        price_minor: part.item.offer.price?.minor ?? null,
        currency: part.item.offer.price?.currency ?? null,
      })),
    )
    .execute();
}

type NameOf = (type: 'person' | 'file', id: string) => string | undefined;

/** What was asked for, as the ticket's first words: texts alone, so nothing in an answer is taken for more. */
function descriptionOf({ item, answers, parts }: Worked, reason: string, nameOf: NameOf): string {
  const lines = (form: Form, given: Answers) =>
    answerLines(form, given, nameOf).map(
      ({ label, value }) => `<li><strong>${textToHtml(label)}</strong>: ${textToHtml(value)}</li>`,
    );
  const list = (items: readonly string[]) => (items.length > 0 ? `<ul>${items.join('')}</ul>` : '');
  return [
    reason.trim() ? `<p>${textToHtml(reason.trim())}</p>` : '',
    list(lines(item.terms.form, answers)),
    ...parts.map(
      (part) =>
        `<p><strong>${textToHtml(part.item.terms.name)}</strong></p>${list(lines(part.item.terms.form, part.answers))}`,
    ),
  ].join('');
}

/** Files that were given as answers belong to the ticket from now on, and its people see them. */
async function attachFiles(
  ctx: Ctx,
  ticket: TicketRecord,
  forms: readonly Form[],
  all: readonly { answers: Answers }[],
): Promise<void> {
  const attachmentIds = forms.flatMap((form, at) =>
    form.fields.flatMap(({ key, type }) => {
      const value = type === 'file' ? all[at]?.answers[key] : null;
      return Array.isArray(value) ? (value as string[]) : [];
    }),
  );
  if (attachmentIds.length === 0) return;
  const visibility = ctx.actor.kind === 'contact' ? 'public' : 'internal';
  await postMessage(ctx, ticket.id, { visibility, body: 'Files of the request', attachmentIds });
}
