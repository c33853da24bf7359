import { includeParts } from '#kernel/catalogue.ts';
import { evaluateForm } from '#kernel/form.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { CatalogueCard, CatalogueItem } from '#shared/request.ts';
import { cardOf, itemFor, type Offered, offeredTo } from './catalogue.ts';
import { type Orderer, workOut } from './quote.ts';

/** What somebody may ask for, in the catalogue's order. */
export async function cardsFor(ctx: Ctx, { clientId, requesterId }: Orderer): Promise<CatalogueCard[]> {
  const offered = await offeredTo(ctx, clientId, requesterId);
  const cards: CatalogueCard[] = [];
  for (const item of offered.values()) if (item.forThem) cards.push(await priced(ctx, { clientId, requesterId }, item));
  return cards;
}

/** A bundle shows what it costs, and whether it has to be approved, as it stands before anybody answers. */
async function priced(ctx: Ctx, orderer: Orderer, item: Offered): Promise<CatalogueCard> {
  const card = cardOf(item);
  if (item.terms.parts.length === 0) return card;
  const { price, parts } = await workOut(ctx, orderer, { itemId: item.id, answers: {} });
  const needsApproval = card.needsApproval || parts.some((part) => part.item.offer.approval !== null);
  return { ...card, price, needsApproval };
}

/** One of them, with its form and the forms of what it may bring. */
export async function itemView(ctx: Ctx, orderer: Orderer, itemId: string): Promise<CatalogueItem> {
  const { item, parts } = await itemFor(ctx, orderer.clientId, orderer.requesterId, itemId);
  const included = new Set(
    includeParts(item.terms.parts, evaluateForm(item.terms.form, {}).answers).flatMap((part) =>
      part.included ? [part.itemId] : [],
    ),
  );
  return {
    ...(await priced(ctx, orderer, item)),
    clientId: orderer.clientId,
    description: item.terms.description,
    form: item.terms.form as CatalogueItem['form'],
    parts: parts.map((part) => ({
      ...cardOf(part),
      form: part.terms.form as CatalogueItem['form'],
      included: included.has(part.id),
    })),
  };
}
