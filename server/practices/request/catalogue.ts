import { type ItemTerms, type Offer, type OfferStep, settleOffer } from '#kernel/catalogue.ts';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { CatalogueCard } from '#shared/request.ts';

/** An item as it is for somebody at a client. */
export type Offered = {
  readonly id: string;
  readonly number: number;
  readonly terms: ItemTerms;
  readonly offer: Offer;
  /** Whether it is for people with a role that they have, or for everybody. Without it, it can only come with a bundle. */
  readonly forThem: boolean;
};

/** The items that are for a client, each with what the client's group and the client itself say of it, the nearest last. */
const OFFERED = `
select i.id, v.number, v.terms, (i.roles = '{}' or coalesce(i.roles && r.roles, false)) as for_them,
  coalesce((select json_agg(json_build_object('from', case when o.client_id is null then coalesce(g.name, 'the client group') else c.name end,
      'terms', o.terms) order by o.client_id is not null)
    from catalogue_offers o where o.item_id = i.id and (o.client_id = c.id or o.group_id = c.group_id)), '[]') as chain
from clients c
left join client_groups g on g.id = c.group_id
left join contacts r on r.client_id = c.id and r.id = $2
join catalogue_items i on i.active and (i.audience = 'all' or i.audience = 'groups' and c.group_id = any (i.group_ids)
  or i.audience = 'clients' and exists (select from catalogue_item_clients k where k.client_id = c.id and k.item_id = i.id))
join catalogue_item_versions v on v.item_id = i.id and v.number = i.published
where c.id = $1 and c.active
order by i.position, i.id`;

/** Everything that is offered to a client, in the catalogue's order, by the item's id. */
export async function offeredTo(ctx: Ctx, clientId: string, contactId: string): Promise<Map<string, Offered>> {
  const rows = await ctx.hot<{ id: string; number: number; terms: ItemTerms; for_them: boolean; chain: OfferStep[] }>(
    'catalogue_offered',
    OFFERED,
    [clientId, contactId],
  );
  return new Map(
    rows
      .map(({ id, number, terms, for_them, chain }) => ({
        id,
        number,
        terms,
        offer: settleOffer(terms, chain),
        forThem: for_them,
      }))
      .filter(({ offer }) => offer.offered)
      .map((item) => [item.id, item]),
  );
}

/** The item that somebody may order, with those that it may bring. What is not for them does not exist. */
export async function itemFor(
  ctx: Ctx,
  clientId: string,
  contactId: string,
  itemId: string,
): Promise<{ item: Offered; parts: Offered[] }> {
  const offered = await offeredTo(ctx, clientId, contactId);
  const item = offered.get(itemId);
  if (!item?.forThem) throw notFound('item');
  return { item, parts: item.terms.parts.flatMap((part) => offered.get(part.itemId) ?? []) };
}

/** An item as a card, in plain words. */
export function cardOf({ id, terms, offer }: Offered): CatalogueCard {
  return {
    id,
    name: terms.name,
    summary: terms.summary,
    icon: terms.icon,
    heading: terms.heading,
    price: offer.price,
    deliveryDays: offer.deliveryDays,
    needsApproval: offer.approval !== null,
  };
}
