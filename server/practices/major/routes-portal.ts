import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { defineFreeRoute } from '#platform/http/index.ts';
import { printPdf, sendPdf } from '#platform/pdf/index.ts';
import { Id } from '#shared/http.ts';
import { portalReport } from './portal-report.ts';

export const portalMajorRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/portal/announcements/:id/report',
      access: 'contact',
      tag: 'Portal',
      summary: 'What I was told of a major incident, with the tickets of it that I see, as a PDF',
      params: Type.Object({ id: Id }),
      response: Type.Unknown(),
      perMinute: 30,
    },
    async (services, { params, session, reply }) => {
      if (!session) throw notFound('session');
      const document = await portalReport(services, session.identity, params.id);
      return sendPdf(reply, `major-incident-${params.id}`, await printPdf(document));
    },
  ),
];
