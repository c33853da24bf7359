import type { BilledWay, ProductKind } from './product-words.ts';

/** Where a quote stands. Expired: its last day is over where the client is. Superseded: a later revision was sent. */
export const QUOTE_STATES = ['draft', 'sent', 'accepted', 'declined', 'expired', 'withdrawn', 'superseded'] as const;
export type QuoteState = (typeof QUOTE_STATES)[number];
export const QUOTE_STATE_WORDS: Readonly<Record<QuoteState, string>> = {
  draft: 'Draft',
  sent: 'Sent',
  accepted: 'Accepted',
  declined: 'Declined',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
  superseded: 'Superseded',
};

/** Whether a line is always in it, as the client likes, or one of a group of which the client takes one. */
export const CHOICES = ['fixed', 'optional', 'one_of'] as const;
export type Choice = (typeof CHOICES)[number];

export const ORDER_STATES = ['to_order', 'ordered', 'received', 'handed_over', 'cancelled'] as const;
export type OrderState = (typeof ORDER_STATES)[number];
export const ORDER_STATE_WORDS: Readonly<Record<OrderState, string>> = {
  to_order: 'To order',
  ordered: 'Ordered',
  received: 'Received',
  handed_over: 'Handed over',
  cancelled: 'Cancelled',
};

type Offered = { readonly kind: ProductKind; readonly billed: BilledWay };

/** What is bought before it can be handed over. */
export const isBought = ({ kind, billed }: Offered): boolean =>
  billed === 'once' && (kind === 'goods' || kind === 'licence');

/**
 * Whether it is charged by itself once accepted. A project charges its price by the client’s usual tax: work that is taxed otherwise is not
 * part of it, so that it costs what was quoted.
 */
export const isCharged = (line: Offered, taxedOtherwise: boolean): boolean =>
  line.billed === 'once' && !isBought(line) && taxedOtherwise;

/** The number of a quote as it is written. */
export const quoteNumber = (number: number): string => `Q-${String(number).padStart(5, '0')}`;
