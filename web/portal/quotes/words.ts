import type { PortalQuoteRow } from '#shared/quote.ts';
import type { QuoteState } from '#shared/quote-words.ts';
import { billMoney } from '../bills.ts';
import { t } from '../words/t.ts';

const STATES = {
  draft: 'quotes.sent',
  sent: 'quotes.sent',
  accepted: 'quotes.accepted',
  declined: 'quotes.declined',
  expired: 'quotes.expired',
  withdrawn: 'quotes.withdrawn',
  superseded: 'quotes.superseded',
} as const satisfies Record<QuoteState, string>;

/** Where a quote stands, as the reader says it. */
export const stateWords = (state: QuoteState): string => t(STATES[state]);

/** What a quote comes to with tax: once, each month, or both. */
export function worthWords({ once, monthly, currency }: Pick<PortalQuoteRow, 'once' | 'monthly' | 'currency'>): string {
  const money = (minor: number) => billMoney({ minor, currency });
  if (monthly.total === 0) return money(once.total);
  const words = { once: money(once.total), monthly: money(monthly.total) };
  return once.total === 0 ? t('quotes.eachMonth', { monthly: words.monthly }) : t('quotes.both', words);
}
