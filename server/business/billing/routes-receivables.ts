import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { withContext } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute } from '#platform/http/index.ts';
import { printPdf, sendPdf } from '#platform/pdf/index.ts';
import { billingOf } from '#server/business/contract/index.ts';
import { Id } from '#shared/http.ts';
import { Receivable, ReceivableQuery } from '#shared/receivables.ts';
import { receivables } from './receivables.ts';
import { statementOf } from './statement.ts';

const [access, tag] = ['contract.read', 'Billing'] as const;

export const receivableRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/receivables', access, tag },
      summary: 'What clients, or one of them, owe today, by how long it is overdue',
      query: ReceivableQuery,
      response: Type.Object({ items: Type.Array(Receivable) }),
    },
    async (ctx, { query }) => ({ items: await receivables(ctx, query) }),
  ),
  defineFreeRoute(
    {
      ...{ method: 'GET', url: '/api/v1/clients/:id/statement/pdf', access, tag },
      summary: 'What a client owes today, invoice by invoice, as a PDF in its language',
      params: Type.Object({ id: Id }),
      response: Type.Unknown(),
      perMinute: 60,
    },
    async (services, { params, session, reply }) => {
      if (!session) throw notFound('session');
      // Who does not see the client hears that it is not there.
      await withContext(services, session.identity, (ctx) => billingOf(ctx, params.id));
      return sendPdf(reply, 'statement', await printPdf(await statementOf(services, params.id, null)));
    },
  ),
];
