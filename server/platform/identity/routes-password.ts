import { invalid } from '#kernel/errors.ts';
import { ChangePassword, ConfirmMe, SignInMethods } from '#shared/identity.ts';
import { defineFreeRoute, Nothing } from '../http/index.ts';
import { choosePassword } from './choose-password.ts';
import { noteSecured } from './contact/secured.ts';
import { signInMethods } from './methods.ts';
import { asSystem, freshOwner, owner } from './person.ts';
import { prove, proveByPassword } from './proof.ts';
import { forgetCallers } from './remembered.ts';
import { endSessions, renewSession, rotateSession, setSessionCookie } from './session.ts';

export const passwordRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/me/sign-in',
      access: 'anyone',
      staff: 'any',
      tag: 'Me',
      summary: 'How I can sign in',
      response: SignInMethods,
    },
    async (services, { session }) => {
      const { session: mine, account } = owner(session);
      return asSystem(services, mine, (ctx) => signInMethods(ctx, account, mine.authenticatedAt));
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/me/password',
      access: 'anyone',
      staff: 'any',
      tag: 'Me',
      summary: 'Change my password; ends my other sessions',
      body: ChangePassword,
      response: Nothing,
      status: 204,
    },
    async (services, { session, body, request, reply }) => {
      const who = owner(session);
      const { account, session: mine } = who;
      const methods = await asSystem(services, mine, (ctx) => signInMethods(ctx, account, ctx.now));
      if (!methods.passwordAllowed)
        throw invalid([{ path: 'password', message: 'cannot be set: your company signs in another way' }]);
      if (body.current === undefined) {
        freshOwner(session, services.now());
        if (methods.hasPassword) throw invalid([{ path: 'current', message: 'is needed: you have a password' }]);
      } else
        await proveByPassword(services, who, { password: body.current }, request, { path: 'current', needCode: false });
      const token = await asSystem(services, mine, async (ctx) => {
        await choosePassword(ctx, account, body.password);
        await endSessions(ctx, account, { except: mine.id });
        await noteSecured(ctx, account, 'password_changed', request);
        return rotateSession(ctx, mine.id);
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
      access: 'anyone',
      staff: 'any',
      tag: 'Me',
      summary: 'Prove again that it is me, before a change to sign-in or rights',
      body: ConfirmMe,
      response: Nothing,
      status: 204,
    },
    async (services, { session, body, request, reply }) => {
      const who = owner(session);
      await prove(services, who, body, request);
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
