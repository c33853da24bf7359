import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { CreateExpenseKind, ExpenseKindView, SaveExpenseKind } from '#shared/expense.ts';
import { Id } from '#shared/http.ts';
import { createExpenseKind, currencyOf, listExpenseKinds, saveExpenseKind } from './kinds.ts';

const tag = 'Expenses';
const kinds = '/api/v1/expense-kinds';

export const expenseKindRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: kinds, access: 'ticket.read', tag },
      summary: 'Kinds of expense, in the order in which they are offered, and the currency of a client or of the firm',
      query: Type.Object({ clientId: Type.Optional(Id) }),
      response: Type.Object({ items: Type.Array(ExpenseKindView), currency: Type.String() }),
    },
    async (ctx, { query }) => ({ items: await listExpenseKinds(ctx), currency: await currencyOf(ctx, query.clientId) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: kinds, access: 'settings.manage', tag },
      summary: 'Add a kind of expense: an amount, or a unit with a price',
      body: CreateExpenseKind,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createExpenseKind(ctx, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${kinds}/:id`, access: 'settings.manage', tag },
      summary: 'Change a kind of expense, or take it out of use',
      params: Type.Object({ id: Id }),
      body: SaveExpenseKind,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await saveExpenseKind(ctx, params.id, body);
      return null;
    },
  ),
];
