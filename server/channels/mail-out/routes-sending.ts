import { type Ctx, requireAllClients, type Services, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, type Session } from '#platform/http/index.ts';
import { requireFresh } from '#platform/identity/index.ts';
import { MailSendingView, PutMailSending, TestMailSent } from '#shared/mail.ts';
import { MAILER } from './mailer.ts';
import { putSending } from './put-sending.ts';
import { sendingRow } from './server.ts';
import { sendTestMail } from './test-mail.ts';
import { presentSending } from './view-sending.ts';

/** Somebody signed in, as the route's permission makes sure. */
function caller(session: Session | null): Session {
  if (!session) throw new Error('A route of staff was called without a session');
  return session;
}

/** The server's settings are the program's alone, so this runs under its scope in the caller's name. */
const inNameOf = <R>(services: Services, session: Session, work: (ctx: Ctx) => Promise<R>) =>
  withContext(services, { ...MAILER, actor: session.identity.actor }, work);

export const sendingRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/mail/sending',
      access: 'settings.manage',
      tag: 'Mail',
      summary: 'How mail is sent, and whether there is trouble; never the password',
      response: MailSendingView,
    },
    async (services, { session }) => {
      requireAllClients(caller(session).identity, 'Sending mail');
      return presentSending(await inNameOf(services, caller(session), sendingRow));
    },
  ),
  defineFreeRoute(
    {
      method: 'PUT',
      url: '/api/v1/mail/sending',
      access: 'settings.manage',
      tag: 'Mail',
      summary: 'Set how mail is sent',
      body: PutMailSending,
      response: MailSendingView,
    },
    (services, { session, body }) => {
      requireFresh(session, services.now());
      return inNameOf(services, caller(session), async (ctx) => {
        await putSending(ctx, caller(session).identity, body);
        return presentSending(await sendingRow(ctx));
      });
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/mail/sending/test',
      access: 'settings.manage',
      tag: 'Mail',
      summary: 'Send a test mail to myself with the saved settings; answers what the mail server says',
      response: TestMailSent,
    },
    (services, { session }) => {
      const { identity } = caller(session);
      requireAllClients(identity, 'Sending mail');
      return sendTestMail(services, identity.scope.principalId ?? '');
    },
  ),
];
