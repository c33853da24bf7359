import Type from 'typebox';
import { invalid, notFound } from '#kernel/errors.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import { Id } from '#shared/http.ts';
import { Me, SessionView, UpdateMe } from '#shared/identity.ts';
import { defineFreeRoute, Nothing } from '../http/index.ts';
import { sessionsOf } from './access-lists.ts';
import { meOf } from './me.ts';
import { asSystem, owner, person } from './person.ts';
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
      return meOf(services, session);
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
      access: 'anyone',
      staff: 'any',
      tag: 'Me',
      summary: 'Where I am signed in',
      response: Type.Object({ items: Type.Array(SessionView) }),
    },
    async (services, { session }) => {
      const { session: mine, account } = owner(session);
      return { items: await asSystem(services, mine, (ctx) => sessionsOf(ctx, account, mine.id)) };
    },
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/me/sessions/:id',
      access: 'anyone',
      staff: 'any',
      tag: 'Me',
      summary: 'End one of my sessions',
      params: Type.Object({ id: Id }),
      response: Nothing,
      status: 204,
    },
    async (services, { session, params }) => {
      const { session: mine, account } = owner(session);
      if ((await asSystem(services, mine, (ctx) => endSessions(ctx, account, { only: params.id }))) === 0)
        throw notFound('session');
      forgetCallers(services);
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/me/sessions',
      access: 'anyone',
      staff: 'any',
      tag: 'Me',
      summary: 'End all my sessions but this one',
      response: Nothing,
      status: 204,
    },
    async (services, { session }) => {
      const { session: mine, account } = owner(session);
      await asSystem(services, mine, (ctx) => endSessions(ctx, account, { except: mine.id }));
      forgetCallers(services);
      return null;
    },
  ),
];
