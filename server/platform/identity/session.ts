import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '#kernel/ids.ts';
import type { Ctx, Services } from '../context/index.ts';
import { SESSION_COOKIE } from '../http/index.ts';
import { newToken, tokenHash } from './token.ts';

/** Hours after which even a busy session ends. */
const STAFF_HOURS = 12;
const CONTACT_HOURS = 24 * 7;
/** Minutes a password alone is good for while the second factor is asked. */
const HALF_MINUTES = 5;

type Who = { kind: 'staff'; staffId: string } | { kind: 'contact'; clientId: string; contactId: string };

/** Opens a session and returns its token, which is not kept. `stage` 'second_factor' is a promise, not yet a session. */
export async function openSession(
  ctx: Ctx,
  who: Who,
  request: FastifyRequest,
  stage: 'full' | 'second_factor' = 'full',
): Promise<string> {
  const token = newToken();
  const lifetime =
    stage === 'full' ? (who.kind === 'staff' ? STAFF_HOURS : CONTACT_HOURS) * 3_600_000 : HALF_MINUTES * 60_000;
  await ctx.tx
    .insertInto('sessions')
    .values({
      id: newId(),
      token_hash: tokenHash(token),
      principal_kind: who.kind,
      staff_id: who.kind === 'staff' ? who.staffId : null,
      client_id: who.kind === 'contact' ? who.clientId : null,
      contact_id: who.kind === 'contact' ? who.contactId : null,
      stage,
      authenticated_at: ctx.now,
      created_at: ctx.now,
      last_seen_at: ctx.now,
      expires_at: new Date(Date.parse(ctx.now) + lifetime).toISOString(),
      user_agent: (request.headers['user-agent'] ?? '').slice(0, 300),
      address: request.ip,
    })
    .execute();
  return token;
}

/** Ends one session of a staff member, or all but the one kept. */
export async function endSessions(
  ctx: Ctx,
  staffId: string,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  let query = ctx.tx
    .updateTable('sessions')
    .set({ ended_at: ctx.now })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null);
  if (which.only) query = query.where('id', '=', which.only);
  if (which.except) query = query.where('id', '!=', which.except);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

export function setSessionCookie(services: Services, reply: FastifyReply, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: services.baseUrl.startsWith('https:'),
  });
}

export function clearSessionCookie(services: Services, reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: services.baseUrl.startsWith('https:'),
  });
}
