import { Fault, invalid } from '#kernel/errors.ts';
import { AcceptInvitation, SecondFactor, SetUp, SetupState, SignIn, SignInAnswer } from '#shared/identity.ts';
import { systemIdentity, withContext } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';
import { defineFreeRoute, Nothing, SESSION_COOKIE } from '../http/index.ts';
import { checkPassword } from './password.ts';
import { clearSessionCookie, openSession, setSessionCookie } from './session.ts';
import { checkSetupToken, isPending, SAMPLE_JOB, setUp } from './setup.ts';
import { setPassword } from './staff-account.ts';
import { countFailure, forgetFailures, refuseIfThrottled } from './throttle.ts';
import { tokenHash } from './token.ts';
import { checkSecondFactor } from './totp.ts';

const SIGN_IN = systemIdentity('Sign-in');
const REFUSED = 'The e-mail address or the password is not right.';

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
      url: '/api/v1/sessions',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Sign in with e-mail and password',
      body: SignIn,
      response: SignInAnswer,
      status: 201,
    },
    async (services, { body, request, reply }) => {
      const found = await withContext(services, SIGN_IN, async (ctx) => {
        await refuseIfThrottled(ctx, body.email, request.ip);
        return ctx.tx
          .selectFrom('staff')
          .leftJoin('credentials', 'credentials.staff_id', 'staff.id')
          .select(['staff.id', 'staff.active', 'credentials.password_hash', 'credentials.totp_confirmed_at'])
          .where((q) => q(q.fn('lower', ['staff.email']), '=', body.email.trim().toLowerCase()))
          .executeTakeFirst();
      });
      const fits = await checkPassword(found?.active ? found.password_hash : null, body.password);
      const token = await withContext(services, SIGN_IN, async (ctx) => {
        if (!found || !fits) {
          await countFailure(ctx, body.email, request.ip);
          if (found)
            await appendEvent(ctx, {
              clientId: null,
              subjectType: 'staff',
              subjectId: found.id,
              type: 'sign_in.refused',
              data: { address: request.ip },
            });
          return null;
        }
        await forgetFailures(ctx, body.email, request.ip);
        if (!found.totp_confirmed_at)
          await appendEvent(ctx, {
            clientId: null,
            subjectType: 'staff',
            subjectId: found.id,
            type: 'sign_in.succeeded',
            data: { address: request.ip, by: 'password' },
          });
        return openSession(
          ctx,
          { kind: 'staff', staffId: found.id },
          request,
          found.totp_confirmed_at ? 'second_factor' : 'full',
        );
      });
      if (token === null) throw new Fault('unauthenticated', REFUSED);
      setSessionCookie(services, reply, token);
      return { stage: found?.totp_confirmed_at ? ('second_factor' as const) : ('full' as const) };
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
      const half = request.cookies[SESSION_COOKIE];
      const outcome = await withContext(services, SIGN_IN, async (ctx) => {
        const row =
          half === undefined
            ? undefined
            : await ctx.tx
                .selectFrom('sessions')
                .selectAll()
                .where('token_hash', '=', tokenHash(half))
                .where('stage', '=', 'second_factor')
                .executeTakeFirst();
        if (!row?.staff_id || row.ended_at || row.expires_at < ctx.now) return 'gone';
        await refuseIfThrottled(ctx, row.staff_id, request.ip);
        if (!(await checkSecondFactor(ctx, row.staff_id, body.code))) {
          await countFailure(ctx, row.staff_id, request.ip);
          return 'wrong';
        }
        await ctx.tx.updateTable('sessions').set({ ended_at: ctx.now }).where('id', '=', row.id).execute();
        await appendEvent(ctx, {
          clientId: null,
          subjectType: 'staff',
          subjectId: row.staff_id,
          type: 'sign_in.succeeded',
          data: { address: request.ip, by: 'second factor' },
        });
        return { token: await openSession(ctx, { kind: 'staff', staffId: row.staff_id }, request) };
      });
      if (outcome === 'gone')
        throw new Fault('unauthenticated', 'Signing in took too long. Start again with your password.');
      if (outcome === 'wrong')
        throw new Fault('unauthenticated', 'This code is not right, or was used already. Wait for the next one.');
      setSessionCookie(services, reply, outcome.token);
      return { stage: 'full' as const };
    },
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
      const token = request.cookies[SESSION_COOKIE];
      if (token)
        await withContext(services, SIGN_IN, (ctx) =>
          ctx.tx
            .updateTable('sessions')
            .set({ ended_at: ctx.now })
            .where('token_hash', '=', tokenHash(token))
            .execute(),
        );
      clearSessionCookie(services, reply);
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/invitations',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Accept an invitation by choosing a password',
      body: AcceptInvitation,
      response: SignInAnswer,
      status: 201,
    },
    async (services, { body, request, reply }) => {
      const token = await withContext(services, SIGN_IN, async (ctx) => {
        const row = await ctx.tx
          .updateTable('one_time_tokens')
          .set({ used_at: ctx.now })
          .where('token_hash', '=', tokenHash(body.token))
          .where('purpose', '=', 'invitation')
          .where('used_at', 'is', null)
          .where('expires_at', '>', ctx.now)
          .returning('staff_id')
          .executeTakeFirst();
        if (!row?.staff_id)
          throw invalid([{ path: 'token', message: 'is used up or older than 72 hours; ask for a new invitation' }]);
        await setPassword(ctx, row.staff_id, body.password);
        return openSession(ctx, { kind: 'staff', staffId: row.staff_id }, request);
      });
      setSessionCookie(services, reply, token);
      return { stage: 'full' as const };
    },
  ),
];
