/** What a product is: what is ordered, what is licensed, what is done as agreed, what is worked by the hour. */
export const PRODUCT_KINDS = ['goods', 'licence', 'service', 'labour'] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];
export const PRODUCT_KIND_WORDS: Readonly<Record<ProductKind, string>> = {
  goods: 'Goods',
  licence: 'Licence',
  service: 'Service',
  labour: 'Labour',
};

export const BILLED_WAYS = ['once', 'monthly'] as const;
export type BilledWay = (typeof BILLED_WAYS)[number];
export const BILLED_WAY_WORDS: Readonly<Record<BilledWay, string>> = { once: 'Once', monthly: 'Each month' };
