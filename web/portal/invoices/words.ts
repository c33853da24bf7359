import type { InvoiceState } from '#shared/billing-words.ts';
import type { PaidAhead } from '#shared/portal-billing.ts';
import { readerStore } from '#web/ui/marks/reader.ts';
import { billMoney } from '../bills.ts';
import { t } from '../words/t.ts';

const STATES = {
  open: 'invoices.open',
  part_paid: 'invoices.part_paid',
  paid: 'invoices.paid',
  overdue: 'invoices.overdueState',
  credited: 'invoices.credited',
} as const satisfies Record<InvoiceState, string>;

/** Where an invoice stands, as the reader says it. */
export const stateWords = (state: InvoiceState): string => t(STATES[state]);

/** Seconds as hours, to two places. */
export const hoursWords = (seconds: number): string =>
  t('invoices.hours', {
    hours: (seconds / 3_600).toLocaleString(readerStore.get().language, { maximumFractionDigits: 2 }),
  });

/** What a block holds, as it counts: in hours or in money. */
export const blockWords = ({ kind, currency }: Pick<PaidAhead, 'kind' | 'currency'>, amount: number): string =>
  kind === 'block_hours' ? hoursWords(amount) : billMoney({ minor: amount, currency });
