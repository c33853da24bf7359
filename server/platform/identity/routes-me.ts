import Type from 'typebox';
import { invalid, notFound } from '#kernel/errors.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import { Id } from '#shared/http.ts';
import { Me, SessionView, UpdateMe } from '#shared/identity.ts';
import { defineFreeRoute, Nothing } from '../http/index.ts';
import { sessionsOf } from './access-lists.ts';
import { asSystem, person } from './person.ts';
import { forgetCallers } from './remembered.ts';
import { endSessions } from './session.ts';
import { staffEvent } from './staff-event.ts';

/** Bytes of JSON that a person's preferences may take. */
const MOST_PREFERENCES = 20_000;

export const meRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/me',
      access: 'anyone',
      staff: 'any',
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
            needsSecondFactor: false,
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
          needsSecondFactor: session.needsSecondFactor ?? false,
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
      if (JSON.stringify(body.preferences ?? {}).length > MOST_PREFERENCES)
        throw invalid([{ path: 'preferences', message: `may take at most ${MOST_PREFERENCES} characters as JSON` }]);
      await asSystem(services, mine, async (ctx) => {
        await ctx.tx
          .updateTable('staff')
          .set({
            ...(body.name === undefined ? {} : { name: body.name.trim() }),
            ...(body.timeZone === undefined ? {} : { time_zone: body.timeZone }),
            ...(body.language === undefined ? {} : { language: body.language }),
            ...(body.preferences === undefined ? {} : { preferences: JSON.stringify(body.preferences) }),
            updated_at: ctx.now,
          })
          .where('id', '=', staffId)
          .execute();
        const { preferences: _, ...told } = body;
        if (Object.keys(told).length > 0) await staffEvent(ctx, staffId, 'staff.changed', told);
      });
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
      return { items: await asSystem(services, mine, (ctx) => sessionsOf(ctx, staffId, mine.id)) };
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
      forgetCallers(services);
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/me/sessions',
      access: 'authenticated',
      tag: 'Me',
      summary: 'End all my sessions but this one',
      response: Nothing,
      status: 204,
    },
    async (services, { session }) => {
      const { session: mine, staffId } = person(session);
      await asSystem(services, mine, (ctx) => endSessions(ctx, staffId, { except: mine.id }));
      forgetCallers(services);
      return null;
    },
  ),
];
