import { invalid } from '#kernel/errors.ts';
import { RecoveryCodes, TotpConfirm, TotpStart } from '#shared/identity.ts';
import { defineFreeRoute, Nothing } from '../http/index.ts';
import { holderOf, ownedBy } from './account.ts';
import { policyFor } from './contact/policy.ts';
import { noteSecured } from './contact/secured.ts';
import { deskName } from './me.ts';
import { asSystem, freshOwner } from './person.ts';
import { forgetCallers } from './remembered.ts';
import { rotateSession, setSessionCookie } from './session.ts';
import { countTry, forgive, proofBuckets } from './throttle.ts';
import { confirmTotp, removeTotp, renewRecoveryCodes, startTotp } from './totp.ts';

export const totpRoutes = [
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/me/totp',
      access: 'anyone',
      staff: 'any',
      tag: 'Me',
      summary: 'Begin to set up codes from an app',
      response: TotpStart,
      status: 201,
    },
    async (services, { session }) => {
      const { session: mine, account } = freshOwner(session, services.now());
      return asSystem(services, mine, async (ctx) => {
        const { email: label } = await holderOf(ctx, account);
        if ('staffId' in account) return startTotp(ctx, account, { issuer: 'Fettle', label });
        const { secondFactor } = await policyFor(ctx, account.clientId);
        if (secondFactor === 'off')
          throw invalid([{ path: 'totp', message: 'cannot be set up: your company asks for none' }]);
        return startTotp(ctx, account, { issuer: await deskName(ctx), label });
      });
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/me/totp/confirm',
      access: 'anyone',
      staff: 'any',
      tag: 'Me',
      summary: 'Turn on codes from the app; answers with recovery codes',
      body: TotpConfirm,
      response: RecoveryCodes,
      status: 201,
    },
    async (services, { session, body, request, reply }) => {
      const { session: mine, account } = freshOwner(session, services.now());
      const buckets = proofBuckets(account);
      const at = await asSystem(services, mine, (ctx) => countTry(ctx, buckets));
      const { codes, token } = await asSystem(services, mine, async (ctx) => {
        const made = await confirmTotp(ctx, account, body.code);
        await forgive(ctx, buckets, at);
        await noteSecured(ctx, account, 'second_factor_on', request, { kind: 'app' });
        return { codes: made, token: await rotateSession(ctx, mine.id, { second_factor: true }) };
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
      access: 'anyone',
      staff: 'any',
      tag: 'Me',
      summary: 'Turn off codes from the app',
      response: Nothing,
      status: 204,
    },
    async (services, { session, request, reply }) => {
      const { session: mine, account } = freshOwner(session, services.now());
      const token = await asSystem(services, mine, async (ctx) => {
        if (await removeTotp(ctx, account))
          await noteSecured(ctx, account, 'second_factor_off', request, { kind: 'app' });
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
      access: 'anyone',
      staff: 'any',
      tag: 'Me',
      summary: 'Make new recovery codes; the old ones stop working',
      response: RecoveryCodes,
      status: 201,
    },
    async (services, { session, request }) => {
      const { session: mine, account } = freshOwner(session, services.now());
      const codes = await asSystem(services, mine, async (ctx) => {
        const row = await ctx.tx
          .selectFrom('credentials')
          .select('totp_confirmed_at')
          .where(ownedBy(account))
          .executeTakeFirst();
        if (!row?.totp_confirmed_at)
          throw invalid([{ path: 'totp', message: 'is off; recovery codes stand in for codes from the app' }]);
        await noteSecured(ctx, account, 'recovery_codes_renewed', request);
        return renewRecoveryCodes(ctx, account);
      });
      return { codes };
    },
  ),
];
