import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { Id } from '#shared/http.ts';
import { ApiKeyView, SessionView } from '#shared/identity.ts';
import type { Ctx, Services } from '../context/index.ts';
import { defineFreeRoute, Nothing, type Session } from '../http/index.ts';
import { keysOf, sessionsOf } from './access-lists.ts';
import { asCaller } from './person.ts';
import { forgetCallers } from './remembered.ts';
import { revokeKey } from './revoke-keys.ts';
import { endSessions } from './session.ts';
import { staffEvent } from './staff-event.ts';
import { refuseMightierPerson } from './staff-reach.ts';

const ById = Type.Object({ id: Id });

/** Works on somebody's ways in, under the caller's name, unless they may do more than the caller. */
async function onAccess<R>(
  services: Services,
  session: Session | null,
  staffId: string,
  work: (ctx: Ctx, asking: Session) => Promise<R>,
): Promise<R> {
  if (!session) throw notFound('session');
  return asCaller(services, session, async (ctx) => {
    await refuseMightierPerson(ctx, session.identity.scope, staffId);
    return work(ctx, session);
  });
}

const shared = { access: 'staff.manage', tag: 'Staff' } as const;
export const staffAccessRoutes = [
  defineFreeRoute(
    {
      ...shared,
      method: 'GET',
      url: '/api/v1/staff/:id/access',
      summary: 'Where somebody is signed in, and their API keys',
      params: ById,
      response: Type.Object({ sessions: Type.Array(SessionView), keys: Type.Array(ApiKeyView) }),
    },
    (services, { params, session }) =>
      onAccess(services, session, params.id, async (ctx, asking) => ({
        sessions: await sessionsOf(ctx, { staffId: params.id }, asking.id),
        keys: await keysOf(ctx, params.id),
      })),
  ),
  defineFreeRoute(
    {
      ...shared,
      method: 'DELETE',
      url: '/api/v1/staff/:id/sessions/:sessionId',
      summary: 'Sign somebody out in one place',
      params: Type.Object({ id: Id, sessionId: Id }),
      response: Nothing,
      status: 204,
    },
    async (services, { params: { id, sessionId }, session }) => {
      await onAccess(services, session, id, async (ctx) => {
        if ((await endSessions(ctx, { staffId: id }, { only: sessionId })) === 0) throw notFound('session');
        await staffEvent(ctx, id, 'staff.signed_out');
      });
      forgetCallers(services);
      return null;
    },
  ),
  defineFreeRoute(
    {
      ...shared,
      method: 'DELETE',
      url: '/api/v1/staff/:id/api-keys/:keyId',
      summary: 'Revoke one of somebody’s API keys',
      params: Type.Object({ id: Id, keyId: Id }),
      response: Nothing,
      status: 204,
    },
    async (services, { params, session }) => {
      await onAccess(services, session, params.id, (ctx) => revokeKey(ctx, params.id, params.keyId));
      forgetCallers(services);
      return null;
    },
  ),
];
