import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import { OutgoingMail, OutgoingPage, OutgoingQuery } from '#shared/mail.ts';
import { listOutgoing, retryOutgoing } from './outgoing.ts';

export const outgoingRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/mail/outgoing',
      access: 'settings.manage',
      tag: 'Mail',
      summary: 'Mail that waits, was sent or could not be sent, newest first',
      query: OutgoingQuery,
      response: OutgoingPage,
    },
    (ctx, { query }) => listOutgoing(ctx, query),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/mail/outgoing/:id/retry',
      access: 'settings.manage',
      tag: 'Mail',
      summary: 'Try again to send a mail that failed or was given up',
      params: Type.Object({ id: Id }),
      response: OutgoingMail,
    },
    (ctx, { params }) => retryOutgoing(ctx, params.id),
  ),
];
