import Type from 'typebox';
import { type Ctx, requireAllClients, type Services, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, type Session } from '#platform/http/index.ts';
import { Id, Nullable } from '#shared/http.ts';
import { IncomingCounts, IncomingPage, IncomingQuery, IncomingView, SettleIncoming } from '#shared/mail.ts';
import { countIncoming, findIncoming, listIncoming } from './incoming.ts';
import { presentIncoming } from './present.ts';
import { RECEIVER } from './receiver.ts';
import { rejectMail, settleMail } from './settle.ts';

const ById = Type.Object({ id: Id });
const incoming = { access: 'mail.settle', tag: 'Mail' } as const;

/** Mail is nobody's before it is read, so only whoever sees all clients sees it; the program reads it in their name. */
function under<R>(services: Services, session: Session | null, work: (ctx: Ctx) => Promise<R>): Promise<R> {
  if (!session) throw new Error('A route of staff was called without a session');
  requireAllClients(session.identity, 'Mail that came in');
  return withContext(services, { ...RECEIVER, actor: session.identity.actor }, work);
}

export const incomingRoutes = [
  defineFreeRoute(
    {
      ...incoming,
      method: 'GET',
      url: '/api/v1/mail/incoming',
      summary: 'Mail that came in, what became of it and why, newest first',
      query: IncomingQuery,
      response: IncomingPage,
    },
    (services, { session, query }) => under(services, session, (ctx) => listIncoming(ctx, query)),
  ),
  defineFreeRoute(
    {
      ...incoming,
      method: 'GET',
      url: '/api/v1/mail/incoming/counts',
      summary: 'How many are kept back or could not be read, a thousand at most, and which mailboxes are out of reach',
      response: IncomingCounts,
    },
    (services, { session }) => under(services, session, countIncoming),
  ),
  defineFreeRoute(
    {
      ...incoming,
      method: 'GET',
      url: '/api/v1/mail/incoming/:id',
      summary: 'One of them as far as it can be read, with what each filter found',
      params: ById,
      response: IncomingView,
    },
    async (services, { session, params }) =>
      presentIncoming(services, await under(services, session, (ctx) => findIncoming(ctx, params.id))),
  ),
  defineFreeRoute(
    {
      ...incoming,
      method: 'GET',
      url: '/api/v1/mail/incoming/:id/raw',
      summary: 'The mail as it came, byte for byte',
      params: ById,
      response: Type.Unknown(),
    },
    async (services, { session, params, reply }) => {
      const { sha256 } = await under(services, session, (ctx) => findIncoming(ctx, params.id));
      const { stream, size } = await services.files.get(sha256);
      return reply
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', `attachment; filename="${params.id}.eml"`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('content-length', size)
        .send(stream);
    },
  ),
  defineFreeRoute(
    {
      ...incoming,
      method: 'POST',
      url: '/api/v1/mail/incoming/:id/settle',
      summary: 'Say whose a mail is that was kept back: it joins the ticket that it answers to, or becomes theirs',
      params: ById,
      body: SettleIncoming,
      response: Type.Object({
        ticketId: Nullable(Id),
        joined: Type.Boolean({ description: 'It answers to that ticket, which was there before' }),
      }),
    },
    async (services, { session, params, body }) => {
      if (!session) throw new Error('A route of staff was called without a session');
      requireAllClients(session.identity, 'Mail that came in');
      return settleMail(services, session.identity, params.id, body);
    },
  ),
  defineFreeRoute(
    {
      ...incoming,
      method: 'POST',
      url: '/api/v1/mail/incoming/:id/reject',
      summary: 'Put a mail that was kept back away: nothing becomes of it',
      params: ById,
      response: Type.Null(),
      status: 204,
    },
    (services, { session, params }) =>
      under(services, session, async (ctx) => {
        await rejectMail(ctx, params.id, session?.identity.scope.principalId ?? null);
        return null;
      }),
  ),
];
