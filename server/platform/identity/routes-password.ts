import { invalid } from '#kernel/errors.ts';
import { ChangePassword, ConfirmMe, SignInMethods } from '#shared/identity.ts';
import { defineFreeRoute, Nothing } from '../http/index.ts';
import { signInMethods } from './methods.ts';
import { asSystem, freshPerson, person } from './person.ts';
import { proveByPassword } from './proof.ts';
import { forgetCallers } from './remembered.ts';
import { endSessions, openSession, renewSession, setSessionCookie } from './session.ts';
import { setPassword } from './staff-account.ts';
import { staffEvent } from './staff-event.ts';

export const passwordRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/me/sign-in',
      access: 'authenticated',
      tag: 'Me',
      summary: 'How I can sign in',
      response: SignInMethods,
    },
    async (services, { session }) => {
      const { session: mine, staffId } = person(session);
      return asSystem(services, mine, (ctx) => signInMethods(ctx, staffId, mine.authenticatedAt));
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/me/password',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Change my password; ends my other sessions',
      body: ChangePassword,
      response: Nothing,
      status: 204,
    },
    async (services, { session, body, request, reply }) => {
      const who = person(session);
      if (body.current === undefined) {
        freshPerson(session, services.now());
        const methods = await asSystem(services, who.session, (ctx) => signInMethods(ctx, who.staffId, ctx.now));
        if (methods.hasPassword) throw invalid([{ path: 'current', message: 'is needed: you have a password' }]);
      } else
        await proveByPassword(services, who, { password: body.current }, request, {
          paths: { password: 'current', code: 'code' },
          needCode: false,
        });
      const token = await asSystem(services, who.session, async (ctx) => {
        await setPassword(ctx, who.staffId, body.password);
        await endSessions(ctx, who.staffId);
        await staffEvent(ctx, who.staffId, 'staff.password_changed', { address: request.ip });
        return openSession(ctx, { kind: 'staff', staffId: who.staffId }, request, {
          authenticatedAt: who.session.authenticatedAt,
        });
      });
      forgetCallers(services);
      setSessionCookie(services, reply, token);
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/me/confirm',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Prove again that it is me, before a change to sign-in or rights',
      body: ConfirmMe,
      response: Nothing,
      status: 204,
    },
    async (services, { session, body, request, reply }) => {
      const who = person(session);
      await proveByPassword(services, who, body, request);
      setSessionCookie(
        services,
        reply,
        await asSystem(services, who.session, (ctx) => renewSession(ctx, who.session.id)),
      );
      forgetCallers(services);
      return null;
    },
  ),
];
