import type { Services } from '#platform/context/index.ts';
import { renewContracts } from './renew.ts';
import { contractRoutes } from './routes.ts';
import { priceRoutes } from './routes-prices.ts';
import { templateRoutes } from './template/routes.ts';

export { amountFaults, MOST, MOST_WORTH } from './amounts.ts';
export { chargeExpense, dropExpenseCharge, type ExpenseCharge, holdExpenseCharge } from './charge-expense.ts';
export { createCharge, removeCharge } from './charges.ts';
export { billingOf, saveBilling } from './client-billing.ts';
export { clientOfContract, createContract, saveContract } from './contracts.ts';
export { COUNTED_BY, countedName } from './counted-by.ts';
export { numbering, numberWords } from './invoice-numbers.ts';
export { acceptCount, addLine, setTerms } from './lines.ts';
export { monthlyOn, type Priced, pricedOn } from './monthly.ts';
export { viewContract } from './queries.ts';
export { createRate } from './rates.ts';
export { ratesUnder } from './rates-under.ts';
export { refuseUnknownClient } from './refuse-client.ts';
export { CURRENCY, currencyFaults, PAYMENT, REMINDERS, SELLER, TAX, TIME_BILLING } from './settings.ts';
export { createTaxRate, refuseTaxRate } from './tax-rates.ts';
export { createTemplate } from './template/templates.ts';
export { refuseUnknownCovers } from './unknown-covers.ts';

const HOUR_MS = 3_600_000;

export const contractModule = {
  name: 'contract',
  routes: [...contractRoutes, ...priceRoutes, ...templateRoutes],
  loops: [{ name: 'contract.renew', everyMs: HOUR_MS, run: (services: Services) => renewContracts(services) }],
};
