import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import { CountNow, CountQuery, CountView, DecideVariance, VarianceQuery, VarianceView } from '#shared/count.ts';
import { Id } from '#shared/http.ts';
import { listCounts } from './counts.ts';
import { decideVariance } from './decide.ts';
import { countNow } from './take.ts';
import { listVariances } from './variances.ts';

const tag = 'Counts';
const [counts, variances] = ['/api/v1/counts', '/api/v1/count-variances'];

export const countRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: counts, access: 'contract.read', tag },
      summary:
        'What was counted last at a client by a day: people, items by class, products of vendors; or what is on no contract',
      query: CountQuery,
      response: Type.Object({ items: Type.Array(CountView) }),
    },
    async (ctx, { query }) => ({ items: await listCounts(ctx, query) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: counts, access: 'contract.manage', tag },
      summary: 'Count people and items now, where they were not counted today; what was counted stays',
      body: CountNow,
      response: Type.Object({ added: Type.Integer() }),
    },
    async (ctx, { body }) => ({ added: await countNow(ctx, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: variances, access: 'contract.read', tag },
      summary: 'Lines of contracts that are counted: what was counted, what differs, and what that costs',
      query: VarianceQuery,
      response: Type.Object({ items: Type.Array(VarianceView) }),
    },
    async (ctx, { query }) => ({ items: await listVariances(ctx, query) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${variances}/:lineId/decision`, access: 'contract.manage', tag },
      summary: 'Accept what was counted from a day on, set it aside until a day, or keep the difference',
      params: Type.Object({ lineId: Id }),
      body: DecideVariance,
      response: VarianceView,
    },
    (ctx, { params, body }) => decideVariance(ctx, params.lineId, body),
  ),
];
