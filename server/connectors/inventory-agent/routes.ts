import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { withContext } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import {
  AgentReport,
  AgentReportPage,
  AgentReportQuery,
  CreatedEnrolmentKey,
  CreateEnrolmentKey,
  EnrolmentKeyView,
} from '#shared/inventory-agent.ts';
import { createEnrolmentKey } from './create-key.ts';
import { listEnrolmentKeys } from './list-keys.ts';
import { findReport, listReports } from './list-reports.ts';
import { readReport } from './report.ts';
import { revokeEnrolmentKey } from './revoke-key.ts';

const ById = Type.Object({ id: Id });
const see = { access: 'estate.read', tag: 'Inventory agents' } as const;
const manage = { access: 'estate.manage', tag: 'Inventory agents' } as const;

export const agentRoutes = [
  defineRoute(
    {
      ...see,
      method: 'GET',
      url: '/api/v1/clients/:id/enrolment-keys',
      summary: 'The keys by which agents on a client’s machines report',
      params: ById,
      response: Type.Object({ items: Type.Array(EnrolmentKeyView) }),
    },
    async (ctx, { params }) => ({ items: await listEnrolmentKeys(ctx, params.id) }),
  ),
  // The answer is not kept for a repeat: the key is shown this once.
  defineFreeRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/clients/:id/enrolment-keys',
      summary: 'Make a key for agents on a client’s machines; the answer shows it this once',
      params: ById,
      body: CreateEnrolmentKey,
      response: CreatedEnrolmentKey,
      status: 201,
    },
    async (services, { session, params, body, request }) => {
      if (!session) throw notFound('client');
      return withContext(services, session.identity, (ctx) => createEnrolmentKey(ctx, params.id, body), {
        requestId: String(request.id),
      });
    },
  ),
  defineRoute(
    {
      ...manage,
      method: 'POST',
      url: '/api/v1/clients/:id/enrolment-keys/:enrolmentKeyId/revoke',
      summary: 'End a key: agents that have it are refused from now on',
      params: Type.Object({ id: Id, enrolmentKeyId: Id }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await revokeEnrolmentKey(ctx, params.id, params.enrolmentKeyId);
      return null;
    },
  ),
  defineRoute(
    {
      ...see,
      method: 'GET',
      url: '/api/v1/clients/:id/agent-reports',
      summary: 'What the agents of a client’s machines said last, newest first',
      params: ById,
      query: AgentReportQuery,
      response: AgentReportPage,
    },
    (ctx, { params, query }) => listReports(ctx, params.id, query),
  ),
  defineFreeRoute(
    {
      ...see,
      method: 'GET',
      url: '/api/v1/clients/:id/agent-reports/:reportId',
      summary: 'One report as it was understood: by section the records, by field what was said',
      params: Type.Object({ id: Id, reportId: Id }),
      response: AgentReport,
    },
    async (services, { session, params }) => {
      if (!session) throw notFound('report');
      const sha256 = await withContext(services, session.identity, (ctx) =>
        findReport(ctx, params.id, params.reportId),
      );
      return readReport(services.files, sha256);
    },
  ),
];
