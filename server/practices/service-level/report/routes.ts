import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import { Id, Page } from '#shared/http.ts';
import {
  MissedPromise,
  MissedQuery,
  SlaOverview,
  SlaOverviewQuery,
  SlaReport,
  SlaReportQuery,
} from '#shared/sla-report.ts';
import { missedPromises } from './missed.ts';
import { slaOverview } from './overview.ts';
import { slaReport } from './report.ts';

const ById = Type.Object({ id: Id });
const read = { method: 'GET', access: 'ticket.read', tag: 'Service levels' } as const;

export const reportRoutes = [
  defineRoute(
    {
      ...read,
      url: '/api/v1/service-levels/kept',
      summary: 'How promises were kept in the last days, by target and client, and where the time of those missed went',
      query: SlaOverviewQuery,
      response: SlaOverview,
    },
    (ctx, { query }) => slaOverview(ctx, query),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/clients/:id/service-levels',
      summary: 'How a client’s service levels were kept in a period, and what was promised',
      params: ById,
      query: SlaReportQuery,
      response: SlaReport,
    },
    (ctx, { params, query }) => slaReport(ctx, params.id, query),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/clients/:id/service-levels/missed',
      summary: 'What a client was promised and did not get in a period, each with why',
      params: ById,
      query: MissedQuery,
      response: Page(MissedPromise),
    },
    (ctx, { params, query }) => missedPromises(ctx, params.id, query),
  ),
];
