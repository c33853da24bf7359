import Type from 'typebox';
import { defineFreeRoute } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import { IncomingView } from '#shared/mail.ts';
import { mailOf } from './of-message.ts';
import { presentIncoming } from './present.ts';

/** Its bytes are for those who settle mail: what is quoted in them may hold links by which its writer signs in or decides. */
export const messageMailRoute = defineFreeRoute(
  {
    method: 'GET',
    url: '/api/v1/messages/:id/mail',
    access: 'ticket.read',
    tag: 'Conversation',
    summary: 'The mail that a message came by, with what each filter found; for whoever sees all clients',
    params: Type.Object({
      id: Type.String({ ...Id, description: 'Of the message, or of the ticket for what it reports' }),
    }),
    response: IncomingView,
  },
  async (services, { session, params }) => {
    if (!session) throw new Error('A route of staff was called without a session');
    return presentIncoming(services, await mailOf(services, session.identity, params.id));
  },
);
