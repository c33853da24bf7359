import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import {
  ClientMarginView,
  CreateStaffCost,
  MarginQuery,
  MarginReport,
  Outlooks,
  RecurringRow,
  StaffCostView,
} from '#shared/margin.ts';
import { WhatIf, WhatIfView } from '#shared/what-if.ts';
import { createCost, listCosts, removeCost } from './costs.ts';
import { clientMargin, marginReport, recurringRevenue } from './margins.ts';
import { outlooks } from './outlook.ts';
import { whatIf } from './what-if.ts';

const [access, tag] = ['billing.run', 'Margin'] as const;
const costs = '/api/v1/staff-costs';
const ById = Type.Object({ id: Id });

export const marginRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: costs, access, tag, summary: 'What an hour of each person costs, from which day on' },
      response: Type.Object({ items: Type.Array(StaffCostView) }),
    },
    async (ctx) => ({ items: await listCosts(ctx) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: costs, access, tag, summary: 'Say what an hour of somebody costs from a day on' },
      ...{ body: CreateStaffCost, response: ById, status: 201 },
    },
    async (ctx, { body }) => ({ id: await createCost(ctx, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'DELETE', url: `${costs}/:id`, access, tag, summary: 'Take back what somebody costs from a day on' },
      ...{ params: ById, response: Nothing, status: 204 },
    },
    async (ctx, { params }) => {
      await removeCost(ctx, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/margins', access, tag },
      summary: 'What was earned with each client in some days: what was invoiced less what the work cost',
      query: MarginQuery,
      response: MarginReport,
    },
    (ctx, { query }) => marginReport(ctx, query),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/clients/:id/margin', access, tag },
      summary: 'Where the money of a client came from in some days, and where the work went',
      params: ById,
      query: MarginQuery,
      response: ClientMarginView,
    },
    (ctx, { params, query }) => clientMargin(ctx, params.id, query),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/recurring-revenue', access, tag },
      summary: 'What each active contract brings a month as it is today, and when it ends',
      response: Type.Object({ items: Type.Array(RecurringRow) }),
    },
    async (ctx) => ({ items: await recurringRevenue(ctx) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/contract-outlooks', access, tag },
      summary:
        'How the margin of each active contract went, what this month comes to at its pace, and what is left of blocks',
      response: Outlooks,
    },
    (ctx) => outlooks(ctx),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: '/api/v1/contracts/:id/what-if', access, tag },
      summary:
        'What the last twelve months would have come to for a client, were a contract otherwise; nothing is written',
      params: ById,
      body: WhatIf,
      response: WhatIfView,
    },
    (ctx, { params, body }) => whatIf(ctx, params.id, body),
  ),
];
