import type { ItemTerms, OfferTerms } from './types.ts';

/** Something said about an item at a place, `from` in words: "Gold clients". */
export type OfferStep = { readonly from: string; readonly terms: OfferTerms };

type Settled = Required<{ [K in keyof OfferTerms]-?: Exclude<OfferTerms[K], undefined> }>;
export type Offer = Settled & { readonly from: { readonly [K in keyof Settled]: string } };

/**
 * What an item is for a client: of each thing what was said nearest to it.
 * @param chain from the farthest to the nearest: the group's, then the client's
 */
export function settleOffer(
  item: Pick<ItemTerms, 'price' | 'deliveryDays' | 'approval'>,
  chain: readonly OfferStep[],
): Offer {
  const { price, deliveryDays, approval } = item;
  const said: OfferStep[] = [
    { from: 'the catalogue', terms: { price, deliveryDays, approval, offered: true } },
    ...chain,
  ];
  const nearest = <K extends keyof Settled>(key: K) =>
    said.findLast(({ terms }) => terms[key] !== undefined) as OfferStep & { terms: Settled };
  const of = {
    price: nearest('price'),
    deliveryDays: nearest('deliveryDays'),
    approval: nearest('approval'),
    offered: nearest('offered'),
  };
  return {
    price: of.price.terms.price,
    deliveryDays: of.deliveryDays.terms.deliveryDays,
    approval: of.approval.terms.approval,
    offered: of.offered.terms.offered,
    from: {
      price: of.price.from,
      deliveryDays: of.deliveryDays.from,
      approval: of.approval.from,
      offered: of.offered.from,
    },
  };
}
