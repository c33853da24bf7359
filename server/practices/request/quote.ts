import { joinApprovals } from '#kernel/approval.ts';
import { addBusinessDays, includeParts, sumOf } from '#kernel/catalogue.ts';
import type { FieldError } from '#kernel/errors.ts';
import { type Answers, type Evaluated, evaluateForm } from '#kernel/form.ts';
import type { Ctx } from '#platform/context/index.ts';
import { votersFor } from '#server/practices/approval/index.ts';
import { serviceCalendar } from '#server/practices/service-level/index.ts';
import type { Money } from '#shared/money-words.ts';
import type { OrderBody, QuoteView } from '#shared/request.ts';
import { itemFor, type Offered } from './catalogue.ts';
import { policiesOf } from './policies.ts';
import { todayFor } from './today.ts';

/** Whose order it is. */
export type Orderer = { readonly clientId: string; readonly requesterId: string };

/** An order, worked out: what it is, what is wrong with it, what it costs, and when it is there. */
export type Worked = {
  readonly item: Offered;
  readonly answers: Answers;
  readonly parts: readonly { readonly item: Offered; readonly answers: Answers }[];
  readonly faults: readonly FieldError[];
  readonly price: Money | null;
  readonly priceWhy: string;
  readonly expectedOn: string | null;
  readonly deliveryWhy: string;
};

/** Works out an order without writing anything. Faults are named by their place: `answers.size`, `parts.0.answers.size`. */
export async function workOut(ctx: Ctx, { clientId, requesterId }: Orderer, order: OrderBody): Promise<Worked> {
  const { item, parts } = await itemFor(ctx, clientId, requesterId, order.itemId);
  const today = await todayFor(ctx, clientId);
  const main = evaluateForm(item.terms.form, order.answers as Answers, today);
  const included = new Set(
    includeParts(item.terms.parts, main.answers).flatMap((part) => (part.included ? [part.itemId] : [])),
  );
  const brought = parts.filter(({ id }) => included.has(id));
  const evaluated = brought.map((part) => ({ part, ...evaluatedPart(part, order, today) }));
  const strangers = (order.parts ?? []).flatMap(({ itemId }, at, given) => {
    const path = `parts.${at}.itemId`;
    // What is not for whoever orders is no part to them.
    if (!brought.some(({ id }) => id === itemId)) return [{ path, message: 'does not come with this order' }];
    const isTwice = given.findIndex((one) => one.itemId === itemId) < at;
    return isTwice ? [{ path, message: 'is answered twice' }] : [];
  });
  const all = [main, ...evaluated.map(({ evaluation }) => evaluation)];
  const faults = [
    ...under('answers', main.faults),
    ...evaluated.flatMap(({ at, evaluation }) => under(`parts.${at}.answers`, evaluation.faults)),
    ...strangers,
    ...(await faultsOfPeople(ctx, clientId, all, order.forContactId)),
  ];
  return {
    item,
    answers: main.answers,
    parts: evaluated.map(({ part, evaluation }) => ({ item: part, answers: evaluation.answers })),
    faults,
    ...priceOf(item, brought),
    ...(await deliveryOf(ctx, clientId, [item, ...brought])),
  };
}

function evaluatedPart(part: Offered, order: OrderBody, today: string): { at: number; evaluation: Evaluated } {
  const given = order.parts ?? [];
  const found = given.findIndex(({ itemId }) => itemId === part.id);
  const at = found < 0 ? given.length : found;
  return { at, evaluation: evaluateForm(part.terms.form, (given[found]?.answers ?? {}) as Answers, today) };
}

const under = (path: string, faults: readonly FieldError[]) =>
  faults.map((fault) => ({ path: `${path}.${fault.path}`, message: fault.message }));

/** What was ordered has a price of its own, or costs what it brings. */
function priceOf(item: Offered, parts: readonly Offered[]): Pick<Worked, 'price' | 'priceWhy'> {
  const { price, from } = item.offer;
  if (price !== null || parts.length === 0)
    return { price, priceWhy: price === null ? 'no price is set' : `the price of ${from.price}` };
  const { total, why } = sumOf(parts.map(({ terms, offer }) => ({ name: terms.name, price: offer.price })));
  return { price: total, priceWhy: why };
}

async function deliveryOf(
  ctx: Ctx,
  clientId: string,
  items: readonly Offered[],
): Promise<Pick<Worked, 'expectedOn' | 'deliveryWhy'>> {
  const slowest = items
    .filter(({ offer }) => offer.deliveryDays !== null)
    .toSorted((a, b) => (b.offer.deliveryDays ?? 0) - (a.offer.deliveryDays ?? 0))[0];
  const days = slowest?.offer.deliveryDays ?? null;
  if (!slowest || days === null) return { expectedOn: null, deliveryWhy: 'no time of delivery is set' };
  const expectedOn = addBusinessDays(await serviceCalendar(ctx, clientId), Date.parse(ctx.now), days);
  const which = items.length > 1 ? ` for ${slowest.terms.name}` : '';
  return {
    expectedOn,
    deliveryWhy: `${days} business ${days === 1 ? 'day' : 'days'}${which} by ${slowest.offer.from.deliveryDays}, counted from the order`,
  };
}

/** People that are named have to be of the same company, and still there. */
async function faultsOfPeople(
  ctx: Ctx,
  clientId: string,
  evaluations: readonly Evaluated[],
  forContactId: string | undefined,
): Promise<FieldError[]> {
  const named = evaluations.flatMap(({ fields }) =>
    fields.flatMap(({ field, value }) =>
      field.type === 'person' && typeof value === 'string' ? [[field.key, value] as const] : [],
    ),
  );
  const wanted = [...named.map(([, id]) => id), ...(forContactId ? [forContactId] : [])];
  if (wanted.length === 0) return [];
  const known = await ctx.hot<{ id: string }>(
    'order_people',
    'select id from contacts where client_id = $1 and id = any ($2::uuid[]) and active',
    [clientId, wanted],
  );
  const ids = new Set(known.map(({ id }) => id));
  return [
    ...named
      .filter(([, id]) => !ids.has(id))
      .map(([key]) => ({ path: `answers.${key}`, message: 'must be a colleague' })),
    ...(forContactId && !ids.has(forContactId) ? [{ path: 'forContactId', message: 'must be a colleague' }] : []),
  ];
}

/** An order as whoever fills it in is shown it: with who would be asked. */
export async function quote(ctx: Ctx, orderer: Orderer, order: OrderBody): Promise<QuoteView> {
  const worked = await workOut(ctx, orderer, order);
  const { item, price } = worked;
  const asking = ({ terms, offer }: Offered, cost: Money | null) => ({
    ...{ name: terms.name, approval: offer.approval },
    cost,
  });
  const joined = joinApprovals(
    policiesOf(
      asking(item, price),
      worked.parts.map((part) => asking(part.item, part.item.offer.price)),
    ),
  );
  const approval = [];
  for (const { step, needed, why, parts } of joined?.needs ?? []) {
    const forWhom = order.forContactId ?? orderer.requesterId;
    const excluded = [orderer.requesterId, forWhom];
    const people = needed ? await votersFor(ctx, orderer.clientId, step.approvers, { forWhom, excluded }) : [];
    approval.push({ step: step.name, needed, why, parts: [...parts], who: people.map(({ name }) => name) });
  }
  return {
    faults: [...worked.faults],
    included: worked.parts.map((part) => part.item.id),
    price,
    priceWhy: worked.priceWhy,
    expectedOn: worked.expectedOn,
    deliveryWhy: worked.deliveryWhy,
    approval,
  };
}
