import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import {
  AddExpense,
  DecideExpenses,
  EditExpense,
  ExpenseQuery,
  ExpenseSum,
  ExpenseView,
  PayBack,
} from '#shared/expense.ts';
import { Id } from '#shared/http.ts';
import { TicketRef } from '#shared/ticket.ts';
import { decideExpenses } from './decide.ts';
import { addExpense, editExpense, removeExpense } from './expenses.ts';
import { payBack } from './pay-back.ts';
import { expensesOn, listExpenses, viewExpense } from './queries.ts';

const tag = 'Expenses';
const expenses = '/api/v1/expenses';
const ById = Type.Object({ id: Id });
const Items = Type.Object({ items: Type.Array(ExpenseView) });

export const expenseRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/tickets/:idOrKey/expenses', access: 'ticket.read', tag },
      summary: 'Expenses on a ticket, newest first',
      params: TicketRef,
      response: Items,
    },
    async (ctx, { params }) => ({ items: await expensesOn(ctx, await findTicket(ctx, params.idOrKey)) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: expenses, access: 'ticket.time', tag },
      summary:
        'My expenses, or for those who approve time anybody’s: by day, by where they stand, and what is to be paid back',
      query: ExpenseQuery,
      response: Items,
    },
    async (ctx, { query }) => ({ items: await listExpenses(ctx, query) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: expenses, access: 'ticket.time', tag },
      summary: 'Record an expense or a trip for a client, on a ticket or without one',
      body: AddExpense,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await addExpense(ctx, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${expenses}/:id`, access: 'ticket.time', tag },
      summary: 'Change an expense that is not approved',
      params: ById,
      body: EditExpense,
      response: ExpenseView,
    },
    async (ctx, { params, body }) => {
      await editExpense(ctx, params.id, body);
      return viewExpense(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'DELETE', url: `${expenses}/:id`, access: 'ticket.time', tag },
      summary: 'Take an expense away that is not approved, with its receipts',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await removeExpense(ctx, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${expenses}/decide`, access: 'time.approve', tag },
      summary: 'Approve submitted expenses, which charges what clients are charged for, or return them with a reason',
      body: DecideExpenses,
      response: ExpenseSum,
    },
    (ctx, { body }) => decideExpenses(ctx, body),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${expenses}/pay-back`, access: 'time.approve', tag },
      summary: 'Say when people had back what they paid themselves, or that they had not',
      body: PayBack,
      response: ExpenseSum,
    },
    (ctx, { body }) => payBack(ctx, body),
  ),
];
