import type { FastifyRequest } from 'fastify';
import { invalid } from '#kernel/errors.ts';
import {
  AcceptInvitation,
  Here,
  LinkState,
  LinkToken,
  SecondFactor,
  SetUp,
  SetupState,
  SignIn,
  SignInAnswer,
} from '#shared/identity.ts';
import { type Ctx, systemIdentity, withContext } from '../context/index.ts';
import { defineFreeRoute, Nothing } from '../http/index.ts';
import { type Account, ownedBy } from './account.ts';
import { choosePassword } from './choose-password.ts';
import { openContact } from './contact/open.ts';
import { noteSecured } from './contact/secured.ts';
import { meOf } from './me.ts';
import { invitedPerson, spendLink } from './password-link.ts';
import { forgetCallers } from './remembered.ts';
import { clearSessionCookie, endCarried, endSessions, openSession, setSessionCookie } from './session.ts';
import { checkSetupToken, isPending, SAMPLE_JOB, setUp, setupTokenWorks } from './setup.ts';
import { halfOpen, type Opened, signInByPassword, signInBySecondFactor } from './sign-in.ts';

const SIGN_IN = systemIdentity('Sign-in');

/** Whoever was invited chooses a password: it ends all sessions there were, and opens one. */
async function enterAnew(
  ctx: Ctx,
  account: Account,
  password: string,
  request: FastifyRequest,
): Promise<Opened | null> {
  await choosePassword(ctx, account, password);
  await endSessions(ctx, account);
  await noteSecured(ctx, account, 'password_set', request);
  if ('clientId' in account) return openContact(ctx, { ...account, way: 'password', by: 'password' }, request);
  const codes = await ctx.tx
    .selectFrom('credentials')
    .select('totp_confirmed_at')
    .where(ownedBy(account))
    .executeTakeFirst();
  const stage = codes?.totp_confirmed_at ? 'second_factor' : 'full';
  return { stage, token: await openSession(ctx, { kind: 'staff', ...account }, request, { stage }) };
}

export const sessionRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/setup',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Whether this installation waits to be set up',
      response: SetupState,
    },
    async (services) => ({ pending: await withContext(services, SIGN_IN, isPending) }),
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/setup',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Set up the installation with the link from the terminal',
      body: SetUp,
      response: SignInAnswer,
      status: 201,
    },
    async (services, { body, request, reply }) => {
      const token = await withContext(services, SIGN_IN, async (ctx) => {
        await checkSetupToken(ctx, body.token);
        const staffId = await setUp(ctx, body);
        if (body.mode === 'sample') await services.jobs.enqueue(ctx, SAMPLE_JOB, {});
        return openSession(ctx, { kind: 'staff', staffId }, request);
      });
      setSessionCookie(services, reply, token);
      return { stage: 'full' as const };
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/setup/check',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Whether the link from the terminal still works; it is not used up',
      body: LinkToken,
      response: LinkState,
    },
    async (services, { body }) => ({
      works: await withContext(services, SIGN_IN, (ctx) => setupTokenWorks(ctx, body.token)),
    }),
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/sessions',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Sign in with e-mail and password',
      body: SignIn,
      response: SignInAnswer,
      status: 201,
    },
    async (services, { body, request, reply }) => {
      const { token, stage } = await signInByPassword(services, body, request);
      forgetCallers(services);
      setSessionCookie(services, reply, token);
      return { stage };
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/sessions/second-factor',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Finish signing in with a code from the app, or a recovery code',
      body: SecondFactor,
      response: SignInAnswer,
      status: 201,
    },
    async (services, { body, request, reply }) => {
      const { token, stage } = await signInBySecondFactor(services, body.code, request);
      setSessionCookie(services, reply, token);
      return { stage };
    },
  ),
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/sessions/current',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Who is signed in here, if anybody, and whether this installation waits to be set up',
      response: Here,
    },
    async (services, { session, request }) =>
      session
        ? { me: await meOf(services, session), setupPending: false, codeAsked: false }
        : withContext(services, SIGN_IN, async (ctx) => ({
            me: null,
            setupPending: await isPending(ctx),
            codeAsked: (await halfOpen(ctx, request).executeTakeFirst()) !== undefined,
          })),
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/sessions/current',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Sign out',
      response: Nothing,
      status: 204,
    },
    async (services, { request, reply }) => {
      await withContext(services, SIGN_IN, (ctx) => endCarried(ctx, request));
      forgetCallers(services);
      clearSessionCookie(services, reply);
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/invitations/check',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Whether the link of an invitation or a reset still works; it is not used up',
      body: LinkToken,
      response: LinkState,
    },
    async (services, { body }) => ({
      works: (await withContext(services, SIGN_IN, (ctx) => invitedPerson(ctx, body.token))) !== null,
    }),
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/invitations',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Choose a password with the link of an invitation or a reset',
      body: AcceptInvitation,
      response: SignInAnswer,
      status: 201,
    },
    async (services, { body, request, reply }) => {
      const opened = await withContext(services, SIGN_IN, async (ctx) => {
        const account = await invitedPerson(ctx, body.token);
        const entered =
          account && (await spendLink(ctx, body.token)) && (await enterAnew(ctx, account, body.password, request));
        if (!entered) throw invalid([{ path: 'token', message: 'is used up or too old; ask for a new link' }]);
        return entered;
      });
      forgetCallers(services);
      setSessionCookie(services, reply, opened.token);
      return { stage: opened.stage };
    },
  ),
];
