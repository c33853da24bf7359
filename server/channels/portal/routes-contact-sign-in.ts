import Type from 'typebox';
import { invalid } from '#kernel/errors.ts';
import type { Ctx, Services } from '#platform/context/index.ts';
import { defineFreeRoute, Nothing, type Session } from '#platform/http/index.ts';
import {
  candidatesFor,
  contactEvent,
  countMailAsked,
  credentialsOf,
  endSessions,
  factorRule,
  forgetCallers,
  invitedUntil,
  lastSignIn,
  noteSecured,
  policyFor,
  removeTotp,
  requireFresh,
  sessionsOf,
} from '#platform/identity/index.ts';
import { asSystemFor } from '#server/channels/client-sso/index.ts';
import { isSending } from '#server/channels/mail-out/index.ts';
import { Id } from '#shared/http.ts';
import { ContactSignIn } from '#shared/portal-sign-in.ts';
import { mailPasswordLink } from './password-mail.ts';
import { providersOf } from './providers.ts';

const tag = 'Portal';
const ById = Type.Object({ id: Id });

type Seen = { client_id: string; id: string; email: string };

/** Works on how a contact whom the caller sees signs in. */
function onSignIn<R>(
  services: Services,
  session: Session | null,
  id: string,
  work: (ctx: Ctx, contact: Seen, account: { clientId: string; contactId: string }) => Promise<R>,
): Promise<R> {
  const sees = (ctx: Ctx) =>
    ctx.tx.selectFrom('contacts').select(['client_id', 'id', 'email']).where('id', '=', id).executeTakeFirst();
  return asSystemFor(services, session, 'contact', sees, (ctx, contact) =>
    work(ctx, contact, { clientId: contact.client_id, contactId: contact.id }),
  );
}

export const contactSignInRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/contacts/:id/sign-in',
      access: 'contact.manage',
      tag,
      summary: 'How this contact can sign in, and where they are signed in',
      params: ById,
      response: ContactSignIn,
    },
    (services, { params, session }) =>
      onSignIn(services, session, params.id, async (ctx, _contact, account) => {
        const policy = await policyFor(ctx, account.clientId);
        const { mail, password, sso } = policy;
        return {
          ways: { mail, password, sso },
          mailIsSent: await isSending(ctx),
          providers: sso ? (await providersOf(ctx, account.clientId)).map(({ name }) => name) : [],
          ...(await credentialsOf(ctx, account)),
          invitedUntil: await invitedUntil(ctx, account),
          secondFactor: await factorRule(ctx, account, policy),
          lastSignIn: await lastSignIn(ctx, account),
          sessions: await sessionsOf(ctx, account, null),
        };
      }),
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/contacts/:id/invitation',
      access: 'contact.manage',
      tag,
      summary: 'Send this contact a mail with a link, good for 72 hours, to choose a password for the portal',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (services, { params, session, request }) => {
      await onSignIn(services, session, params.id, async (ctx, { email }, account) => {
        const [who] = (await candidatesFor(ctx, email, account.clientId)).filter(
          ({ contactId }) => contactId === account.contactId,
        );
        if (!who) throw invalid([{ path: 'id', message: 'has no address, or is not in use any more' }]);
        if (!who.policy.password)
          throw invalid([{ path: 'id', message: 'may have no password: the client’s policy allows none' }]);
        if (!(await isSending(ctx))) throw invalid([{ path: 'id', message: 'cannot be written to: no mail is sent' }]);
        await countMailAsked(ctx, email, request.ip);
        await mailPasswordLink(ctx, who, 'invited');
        await contactEvent(ctx, account, 'contact.invited', {});
      });
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/contacts/:id/second-factor',
      access: 'contact.manage',
      tag,
      summary: 'Take away this contact’s app codes and recovery codes (a lost phone); they are signed out everywhere',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (services, { params, session }) => {
      requireFresh(session, services.now());
      await onSignIn(services, session, params.id, async (ctx, _contact, account) => {
        const wereOn = await removeTotp(ctx, account);
        await endSessions(ctx, account);
        if (wereOn) await noteSecured(ctx, account, 'second_factor_reset', null);
        else await contactEvent(ctx, account, 'contact.signed_out', {});
      });
      forgetCallers(services);
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/contacts/:id/sessions',
      access: 'contact.manage',
      tag,
      summary: 'Sign this contact out everywhere',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (services, { params, session }) => {
      await onSignIn(services, session, params.id, async (ctx, _contact, account) => {
        if ((await endSessions(ctx, account)) > 0) await contactEvent(ctx, account, 'contact.signed_out', {});
      });
      forgetCallers(services);
      return null;
    },
  ),
];
