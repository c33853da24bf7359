import { whenHandedIn } from '#server/business/time/index.ts';
import { handExpenses } from './hand-in.ts';
import { expenseRoutes } from './routes.ts';
import { expenseKindRoutes } from './routes-kinds.ts';
import { receiptRoutes } from './routes-receipts.ts';

export { decideExpenses } from './decide.ts';
export { addExpense } from './expenses.ts';
export { currencyOf, listExpenseKinds, saveExpenseKind } from './kinds.ts';
export { payBack } from './pay-back.ts';
export { type WaitingExpenses, waitingExpenses } from './waiting.ts';

whenHandedIn(handExpenses);

export const expenseModule = { name: 'expense', routes: [...expenseRoutes, ...expenseKindRoutes, ...receiptRoutes] };
