import type { QuoteRow } from '#shared/quote.ts';
import { money } from '../money.ts';

type Worth = Pick<QuoteRow, 'once' | 'monthly' | 'currency'>;

/** What a quote comes to with tax: once and each month, as far as there is something. */
export function worthWords({ once, monthly, currency }: Worth): string {
  const parts = [
    once.total > 0 || monthly.total === 0 ? money(once.total, currency) : null,
    monthly.total > 0 ? `${money(monthly.total, currency)} a month` : null,
  ];
  return parts.filter((part) => part !== null).join(' + ');
}

/** What it brings before tax less what it costs, where somebody has said that of every line; else what is not known. */
export function marginWords({ net, cost, uncosted }: QuoteRow['once'], currency: string): string {
  const share = net > 0 ? ` (${Math.round(((net - cost) / net) * 100)} %)` : '';
  const unknown = uncosted > 0 ? `, without the cost of ${uncosted === 1 ? 'one line' : `${uncosted} lines`}` : '';
  return `${money(net - cost, currency)}${share}${unknown}`;
}
