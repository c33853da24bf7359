import type { Services } from '#platform/context/index.ts';
import { remindOfInvoices } from './remind.ts';
import { billingRoutes } from './routes.ts';
import { coverageRoutes } from './routes-coverage.ts';
import { portalBillingRoutes } from './routes-portal.ts';
import { receivableRoutes } from './routes-receivables.ts';
import { sendInvoiceMails } from './send-mails.ts';

export { creditInvoice } from './credit.ts';
export { reckoned } from './files/booked-line.ts';
export { viewInvoice } from './invoices.ts';
export type { ContractRow } from './load-contracts.ts';
export { partiesOn, wordingOf } from './paper.ts';
export { partiesOf } from './parties.ts';
export { companyOf } from './portal.ts';
export { type Replayed, type ReplayedLine, replayed } from './replay.ts';
export { closeRun, createRun, issueClient } from './runs.ts';
export { addPayment } from './settle.ts';
export { type BlockUnder, type MonthUnder, type UnderContract, underContracts } from './under-contracts.ts';
export { worthOfWork } from './worth.ts';

const [SECOND_MS, HOUR_MS] = [1_000, 3_600_000];

export const billingModule = {
  name: 'billing',
  routes: [...billingRoutes, ...coverageRoutes, ...portalBillingRoutes, ...receivableRoutes],
  loops: [
    {
      name: 'billing.mails',
      everyMs: 2 * SECOND_MS,
      run: (services: Services, signal: AbortSignal) => sendInvoiceMails(services, signal),
    },
    { name: 'billing.reminders', everyMs: HOUR_MS, run: (services: Services) => remindOfInvoices(services) },
  ],
};
