import Type from 'typebox';
import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import { Id } from '#shared/http.ts';
import { ChangePassword, Me, RecoveryCodes, SessionView, TotpConfirm, TotpStart, UpdateMe } from '#shared/identity.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';
import { defineFreeRoute, Nothing, type Session } from '../http/index.ts';
import { checkPassword } from './password.ts';
import { endSessions, openSession, setSessionCookie } from './session.ts';
import { setPassword } from './staff-account.ts';
import { confirmTotp, removeTotp, startTotp } from './totp.ts';

const FRESH_MINUTES = 10;

/** The signed-in staff member behind a cookie; an API key may not touch its maker's sign-in. */
function person(session: Session | null): { session: Session; staffId: string } {
  const staffId = session?.identity.scope.principalId;
  if (!session || !staffId || session.via !== 'cookie' || session.identity.scope.principal !== 'staff')
    throw new Fault('forbidden', 'Only a person signed in with a browser may do this.');
  return { session, staffId };
}

/** The same, and the proof of who it is must be fresh. */
function freshPerson(session: Session | null, now: string): { session: Session; staffId: string } {
  const found = person(session);
  if (Date.parse(now) - Date.parse(found.session.authenticatedAt) > FRESH_MINUTES * 60_000)
    throw new Fault('unauthenticated', 'Sign in again first: this changes how you sign in.', {
      extra: { reason: 'stale_sign_in' },
    });
  return found;
}

/** Credentials are the sign-in code's alone, so these run under the system scope in the person's name. */
function asSystem<R>(services: Services, session: Session, work: (ctx: Ctx) => Promise<R>): Promise<R> {
  return withContext(services, { ...systemIdentity('Sign-in'), actor: session.identity.actor }, work);
}

export const meRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/me',
      access: 'anyone',
      tag: 'Me',
      summary: 'Who I am and what I may do',
      response: Me,
    },
    async (services, { session }) => {
      if (!session) throw notFound('session');
      const { scope, permissions } = session.identity;
      return asSystem(services, session, async (ctx) => {
        const msp = await ctx.tx.selectFrom('clients').select('name').where('kind', '=', 'internal').executeTakeFirst();
        const id = scope.principalId ?? '';
        const common = { mspName: msp?.name ?? '', permissions: [...permissions], allClients: scope.allClients };
        if (scope.principal === 'contact') {
          const contact = await ctx.tx
            .selectFrom('contacts')
            .innerJoin('clients', 'clients.id', 'contacts.client_id')
            .select([
              'contacts.name',
              'contacts.email',
              'contacts.language',
              'clients.time_zone',
              'clients.language as client_language',
            ])
            .where('contacts.id', '=', id)
            .where('contacts.client_id', '=', scope.clientIds[0] ?? '')
            .executeTakeFirstOrThrow();
          return {
            ...common,
            kind: 'contact' as const,
            id,
            name: contact.name,
            email: contact.email,
            timeZone: contact.time_zone,
            language: contact.language ?? contact.client_language,
            teamIds: [],
            preferences: {},
            totpOn: false,
          };
        }
        const staff = await ctx.tx
          .selectFrom('staff')
          .leftJoin('credentials', 'credentials.staff_id', 'staff.id')
          .select(['name', 'email', 'time_zone', 'language', 'preferences', 'totp_confirmed_at'])
          .where('staff.id', '=', id)
          .executeTakeFirstOrThrow();
        const teams = await ctx.tx.selectFrom('team_members').select('team_id').where('staff_id', '=', id).execute();
        return {
          ...common,
          kind: 'staff' as const,
          id,
          name: staff.name,
          email: staff.email,
          timeZone: staff.time_zone,
          language: staff.language,
          teamIds: teams.map((team) => team.team_id),
          preferences: staff.preferences as Record<string, unknown>,
          totpOn: staff.totp_confirmed_at !== null,
        };
      });
    },
  ),
  defineFreeRoute(
    {
      method: 'PATCH',
      url: '/api/v1/me',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Change my name, time zone, language or preferences',
      body: UpdateMe,
      response: Nothing,
      status: 204,
    },
    async (services, { session, body }) => {
      const { session: mine, staffId } = person(session);
      if (body.timeZone !== undefined && !isTimeZone(body.timeZone))
        throw invalid([{ path: 'timeZone', message: 'must be a time zone such as Australia/Sydney' }]);
      await asSystem(services, mine, (ctx) =>
        ctx.tx
          .updateTable('staff')
          .set({
            ...(body.name === undefined ? {} : { name: body.name.trim() }),
            ...(body.timeZone === undefined ? {} : { time_zone: body.timeZone }),
            ...(body.language === undefined ? {} : { language: body.language }),
            ...(body.preferences === undefined ? {} : { preferences: JSON.stringify(body.preferences) }),
            updated_at: ctx.now,
          })
          .where('id', '=', staffId)
          .execute(),
      );
      return null;
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
      const { session: mine, staffId } = person(session);
      const token = await asSystem(services, mine, async (ctx) => {
        const stored = await ctx.tx
          .selectFrom('credentials')
          .select('password_hash')
          .where('staff_id', '=', staffId)
          .executeTakeFirst();
        if (!(await checkPassword(stored?.password_hash ?? null, body.current)))
          throw invalid([{ path: 'current', message: 'is not your password' }]);
        await setPassword(ctx, staffId, body.password);
        await endSessions(ctx, staffId);
        await appendEvent(ctx, {
          clientId: null,
          subjectType: 'staff',
          subjectId: staffId,
          type: 'staff.password_changed',
        });
        return openSession(ctx, { kind: 'staff', staffId }, request);
      });
      setSessionCookie(services, reply, token);
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/me/sessions',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Where I am signed in',
      response: Type.Object({ items: Type.Array(SessionView) }),
    },
    async (services, { session }) => {
      const { session: mine, staffId } = person(session);
      const rows = await asSystem(services, mine, (ctx) =>
        ctx.tx
          .selectFrom('sessions')
          .selectAll()
          .where('staff_id', '=', staffId)
          .where('ended_at', 'is', null)
          .where('expires_at', '>', ctx.now)
          .orderBy('last_seen_at', 'desc')
          .limit(100)
          .execute(),
      );
      return {
        items: rows.map((row) => ({
          id: row.id,
          createdAt: row.created_at,
          lastSeenAt: row.last_seen_at,
          expiresAt: row.expires_at,
          userAgent: row.user_agent,
          address: row.address,
          current: row.id === mine.id,
        })),
      };
    },
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/me/sessions/:id',
      access: 'authenticated',
      tag: 'Me',
      summary: 'End one of my sessions',
      params: Type.Object({ id: Id }),
      response: Nothing,
      status: 204,
    },
    async (services, { session, params }) => {
      const { session: mine, staffId } = person(session);
      if ((await asSystem(services, mine, (ctx) => endSessions(ctx, staffId, { only: params.id }))) === 0)
        throw notFound('session');
      return null;
    },
  ),
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
    async (services, { session, body }) => {
      const { session: mine, staffId } = freshPerson(session, services.now());
      const codes = await asSystem(services, mine, async (ctx) => {
        await appendEvent(ctx, {
          clientId: null,
          subjectType: 'staff',
          subjectId: staffId,
          type: 'staff.second_factor_on',
        });
        return confirmTotp(ctx, staffId, body.code);
      });
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
    async (services, { session }) => {
      const { session: mine, staffId } = freshPerson(session, services.now());
      await asSystem(services, mine, async (ctx) => {
        await removeTotp(ctx, staffId);
        await appendEvent(ctx, {
          clientId: null,
          subjectType: 'staff',
          subjectId: staffId,
          type: 'staff.second_factor_off',
        });
      });
      return null;
    },
  ),
];
