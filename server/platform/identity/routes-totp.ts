import { invalid } from '#kernel/errors.ts';
import { RecoveryCodes, TotpConfirm, TotpStart } from '#shared/identity.ts';
import { defineFreeRoute, Nothing } from '../http/index.ts';
import { asSystem, freshPerson } from './person.ts';
import { forgetCallers } from './remembered.ts';
import { rotateSession, setSessionCookie } from './session.ts';
import { staffEvent } from './staff-event.ts';
import { countTry, forgive, proofBuckets } from './throttle.ts';
import { confirmTotp, removeTotp, renewRecoveryCodes, startTotp } from './totp.ts';

export const totpRoutes = [
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/me/totp',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Begin to set up codes from an app',
      response: TotpStart,
      status: 201,
    },
    async (services, { session }) => {
      const { session: mine, staffId } = freshPerson(session, services.now());
      return asSystem(services, mine, async (ctx) => {
        const staff = await ctx.tx
          .selectFrom('staff')
          .select('email')
          .where('id', '=', staffId)
          .executeTakeFirstOrThrow();
        return startTotp(ctx, staffId, staff.email);
      });
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/me/totp/confirm',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Turn on codes from the app; answers with recovery codes',
      body: TotpConfirm,
      response: RecoveryCodes,
      status: 201,
    },
    async (services, { session, body, reply }) => {
      const { session: mine, staffId } = freshPerson(session, services.now());
      const buckets = proofBuckets(staffId);
      const at = await asSystem(services, mine, (ctx) => countTry(ctx, buckets));
      const { codes, token } = await asSystem(services, mine, async (ctx) => {
        const made = await confirmTotp(ctx, staffId, body.code);
        await forgive(ctx, buckets, at);
        await staffEvent(ctx, staffId, 'staff.second_factor_on', { kind: 'app' });
        return { codes: made, token: await rotateSession(ctx, mine.id) };
      });
      forgetCallers(services);
      setSessionCookie(services, reply, token);
      return { codes };
    },
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/me/totp',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Turn off codes from the app',
      response: Nothing,
      status: 204,
    },
    async (services, { session, reply }) => {
      const { session: mine, staffId } = freshPerson(session, services.now());
      const token = await asSystem(services, mine, async (ctx) => {
        await removeTotp(ctx, staffId);
        await staffEvent(ctx, staffId, 'staff.second_factor_off', { kind: 'app' });
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
      url: '/api/v1/me/recovery-codes',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Make new recovery codes; the old ones stop working',
      response: RecoveryCodes,
      status: 201,
    },
    async (services, { session }) => {
      const { session: mine, staffId } = freshPerson(session, services.now());
      const codes = await asSystem(services, mine, async (ctx) => {
        const row = await ctx.tx
          .selectFrom('credentials')
          .select('totp_confirmed_at')
          .where('staff_id', '=', staffId)
          .executeTakeFirst();
        if (!row?.totp_confirmed_at)
          throw invalid([{ path: 'totp', message: 'is off; recovery codes stand in for codes from the app' }]);
        await staffEvent(ctx, staffId, 'staff.recovery_codes_renewed');
        return renewRecoveryCodes(ctx, staffId);
      });
      return { codes };
    },
  ),
];
