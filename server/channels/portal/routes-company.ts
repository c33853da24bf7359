import { inNameOf } from '#platform/context/index.ts';
import { defineRoute } from '#platform/http/index.ts';
import { AccessLog, CompanyQuery, CompanyView } from '#shared/portal.ts';
import { accessLog } from './access-log.ts';
import { companyView } from './company.ts';

const read = { access: 'contact', tag: 'Portal', method: 'GET', query: CompanyQuery } as const;

export const companyRoutes = [
  defineRoute(
    {
      ...read,
      under: inNameOf,
      url: '/api/v1/portal/company',
      summary: 'How it stands with the whole company, for whoever looks after it',
      response: CompanyView,
    },
    (ctx, { query }) => companyView(ctx, query),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/portal/access-log',
      summary: 'Who got at what is the company’s, newest first, for whoever looks after it',
      response: AccessLog,
    },
    (ctx, { query }) => accessLog(ctx, query),
  ),
];
