import { AuditPage, AuditQuery } from '#shared/audit.ts';
import { defineRoute } from '../http/index.ts';
import { auditTrail } from './query.ts';

export { noteDenials } from './denials.ts';

export const auditModule = {
  name: 'audit',
  routes: [
    defineRoute(
      {
        method: 'GET',
        url: '/api/v1/audit',
        access: 'audit.read',
        tag: 'Audit',
        summary: 'Who did what, newest first: the audit trail and the history of signing in',
        query: AuditQuery,
        response: AuditPage,
      },
      (ctx, { query }) => auditTrail(ctx, query),
    ),
  ],
};
