import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { Id } from '#shared/http.ts';
import { SignInAnswer } from '#shared/identity.ts';
import {
  PasskeyCreation,
  PasskeyRequest,
  PasskeyView,
  RegisterPasskey,
  RenamePasskey,
  UsePasskey,
} from '#shared/passkey.ts';
import { systemIdentity, withContext } from '../../context/index.ts';
import { defineFreeRoute, Nothing } from '../../http/index.ts';
import { refuseLockingOut } from '../methods.ts';
import { asSystem, freshPerson, person } from '../person.ts';
import { forgetCallers } from '../remembered.ts';
import { openSession, renewSession, rotateSession, setSessionCookie } from '../session.ts';
import { staffEvent } from '../staff-event.ts';
import { keepPasskey, offerPasskey } from './register.ts';
import { askForPasskey, usePasskey } from './use.ts';

const SIGN_IN = systemIdentity('Sign-in');
const ById = Type.Object({ id: Id });

const ownRoutes = [
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/me/passkeys',
      access: 'authenticated',
      tag: 'Me',
      summary: 'My passkeys',
      response: Type.Object({ items: Type.Array(PasskeyView) }),
    },
    async (services, { session }) => {
      const { session: mine, staffId } = person(session);
      const rows = await asSystem(services, mine, (ctx) =>
        ctx.tx.selectFrom('passkeys').selectAll().where('staff_id', '=', staffId).orderBy('created_at').execute(),
      );
      return {
        items: rows.map((row) => ({
          id: row.id,
          name: row.name,
          synced: row.synced,
          createdAt: row.created_at,
          lastUsedAt: row.last_used_at,
        })),
      };
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/me/passkeys/options',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Begin to add a passkey',
      response: PasskeyCreation,
      status: 201,
    },
    async (services, { session }) => {
      const who = freshPerson(session, services.now());
      return asSystem(services, who.session, (ctx) => offerPasskey(ctx, who));
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/me/passkeys',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Add the passkey that the browser made',
      body: RegisterPasskey,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (services, { session, body, reply }) => {
      const who = freshPerson(session, services.now());
      const { id, token } = await keepPasskey(services, who, body.name, body.response);
      forgetCallers(services);
      setSessionCookie(services, reply, token);
      return { id };
    },
  ),
  defineFreeRoute(
    {
      method: 'PATCH',
      url: '/api/v1/me/passkeys/:id',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Rename one of my passkeys',
      params: ById,
      body: RenamePasskey,
      response: Nothing,
      status: 204,
    },
    async (services, { session, params, body }) => {
      const { session: mine, staffId } = person(session);
      await asSystem(services, mine, async (ctx) => {
        const done = await ctx.tx
          .updateTable('passkeys')
          .set({ name: body.name.trim() })
          .where('id', '=', params.id)
          .where('staff_id', '=', staffId)
          .executeTakeFirst();
        if (done.numUpdatedRows === 0n) throw notFound('passkey');
      });
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'DELETE',
      url: '/api/v1/me/passkeys/:id',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Remove one of my passkeys',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (services, { session, params, reply }) => {
      const { session: mine, staffId } = freshPerson(session, services.now());
      const token = await asSystem(services, mine, async (ctx) => {
        const gone = await ctx.tx
          .deleteFrom('passkeys')
          .where('id', '=', params.id)
          .where('staff_id', '=', staffId)
          .returning('name')
          .executeTakeFirst();
        if (!gone) throw notFound('passkey');
        await refuseLockingOut(ctx, staffId);
        await staffEvent(ctx, staffId, 'staff.passkey_removed', { name: gone.name });
        return rotateSession(ctx, mine.id);
      });
      forgetCallers(services);
      setSessionCookie(services, reply, token);
      return null;
    },
  ),
];

const proofRoutes = [
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/sessions/passkey/options',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Begin to sign in with a passkey',
      response: PasskeyRequest,
      status: 201,
    },
    (services) => withContext(services, SIGN_IN, (ctx) => askForPasskey(ctx, 'passkey_sign_in', null)),
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/sessions/passkey',
      access: 'public',
      tag: 'Sign-in',
      summary: 'Sign in with a passkey; no password and no code is asked',
      body: UsePasskey,
      response: SignInAnswer,
      status: 201,
    },
    async (services, { body, request, reply }) => {
      const token = await usePasskey(
        services,
        'passkey_sign_in',
        null,
        null,
        body.response,
        request,
        async (ctx, id) => {
          await staffEvent(ctx, id, 'sign_in.succeeded', { address: request.ip, by: 'passkey' });
          return openSession(ctx, { kind: 'staff', staffId: id }, request);
        },
      );
      forgetCallers(services);
      setSessionCookie(services, reply, token);
      return { stage: 'full' as const };
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/me/confirm/passkey/options',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Begin to prove with a passkey that it is me',
      response: PasskeyRequest,
      status: 201,
    },
    async (services, { session }) => {
      const { session: mine, staffId } = person(session);
      return asSystem(services, mine, (ctx) => askForPasskey(ctx, 'passkey_confirm', { staffId, sessionId: mine.id }));
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/me/confirm/passkey',
      access: 'authenticated',
      tag: 'Me',
      summary: 'Prove with a passkey that it is me, before a change to sign-in or rights',
      body: UsePasskey,
      response: Nothing,
      status: 204,
    },
    async (services, { session, body, request, reply }) => {
      const { session: mine, staffId } = person(session);
      const bound = { staffId, sessionId: mine.id };
      const token = await usePasskey(services, 'passkey_confirm', mine, bound, body.response, request, (ctx) =>
        renewSession(ctx, mine.id),
      );
      forgetCallers(services);
      setSessionCookie(services, reply, token);
      return null;
    },
  ),
];

export const passkeyRoutes = [...ownRoutes, ...proofRoutes];
