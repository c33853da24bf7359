import type { FastifyReply, FastifyRequest } from 'fastify';
import { invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { SignInWay } from '#shared/portal-sign-in.ts';
import type { Ctx, Services } from '../context/index.ts';
import { sessionCookie } from '../http/index.ts';
import { clientOfHost } from '../portal-address/index.ts';
import { type Account, ownedBy } from './account.ts';
import { policyFor } from './contact/policy.ts';
import { newToken, tokenHash } from './token.ts';

/** Hours after which even a busy session ends. */
const STAFF_HOURS = 12;
/** Minutes a password alone is good for while the second factor is asked. */
const HALF_MINUTES = 5;

type Contact = { kind: 'contact'; clientId: string; contactId: string; way: SignInWay; providerId?: string };
type Who = { kind: 'staff'; staffId: string } | Contact;

/**
 * Opens a session and returns its token, which is not kept. `stage` 'second_factor' is a promise, not yet a session.
 * Whatever session the browser carried until now ends: an id known before signing in is worth nothing after it.
 */
export async function openSession(
  ctx: Ctx,
  who: Who,
  request: FastifyRequest,
  options: { stage?: 'full' | 'second_factor'; authenticatedAt?: string; secondFactor?: boolean } = {},
): Promise<string> {
  await refuseElsewhere(ctx, who, request);
  await endCarried(ctx, request);
  const { stage = 'full' } = options;
  const token = newToken();
  const hours = who.kind === 'staff' ? STAFF_HOURS : (await policyFor(ctx, who.clientId)).sessionHours;
  const lifetime = stage === 'full' ? hours * 3_600_000 : HALF_MINUTES * 60_000;
  await ctx.tx
    .insertInto('sessions')
    .values({
      id: newId(),
      token_hash: tokenHash(token),
      principal_kind: who.kind,
      staff_id: who.kind === 'staff' ? who.staffId : null,
      client_id: who.kind === 'contact' ? who.clientId : null,
      contact_id: who.kind === 'contact' ? who.contactId : null,
      way: who.kind === 'contact' ? who.way : null,
      provider_id: who.kind === 'contact' ? (who.providerId ?? null) : null,
      stage,
      second_factor: options.secondFactor ?? false,
      authenticated_at: options.authenticatedAt ?? ctx.now,
      created_at: ctx.now,
      last_seen_at: ctx.now,
      expires_at: new Date(Date.parse(ctx.now) + lifetime).toISOString(),
      user_agent: (request.headers['user-agent'] ?? '').slice(0, 300),
      address: request.ip,
    })
    .execute();
  return token;
}

/** At a client's own host name only its people sign in; the answer says nothing about anybody else's link. */
async function refuseElsewhere(ctx: Ctx, who: Who, request: FastifyRequest): Promise<void> {
  const client = await clientOfHost(ctx.services, request.host);
  if (client === null || (who.kind === 'contact' && who.clientId === client)) return;
  throw invalid([
    who.kind === 'contact'
      ? { path: 'token', message: 'is used up or too old; ask for a new link' }
      : { path: 'email', message: `signs in at ${ctx.services.baseUrl}` },
  ]);
}

/** Ends the session whose cookie this request carries, of whatever stage; nothing where there is none. */
export async function endCarried(ctx: Ctx, request: FastifyRequest): Promise<void> {
  const token = request.cookies[sessionCookie(ctx.services.baseUrl)];
  if (token === undefined) return;
  await ctx.tx
    .updateTable('sessions')
    .set({ ended_at: ctx.now })
    .where('token_hash', '=', tokenHash(token))
    .where('ended_at', 'is', null)
    .execute();
}

/** The person has just proved again who they are: the session counts as fresh, under a new token, which is returned. */
export const renewSession = (ctx: Ctx, sessionId: string): Promise<string> =>
  rotateSession(ctx, sessionId, { authenticated_at: ctx.now });

/** What a person may do or must prove has changed: their session goes on under a new token, which is returned. */
export async function rotateSession(
  ctx: Ctx,
  sessionId: string,
  also: { authenticated_at?: string; second_factor?: boolean } = {},
): Promise<string> {
  const token = newToken();
  await ctx.tx
    .updateTable('sessions')
    .set({ ...also, token_hash: tokenHash(token), last_seen_at: ctx.now })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return token;
}

/** Ends the sessions that people of a client, or one of them, opened at an identity provider of theirs. */
export async function endProviderSessions(
  ctx: Ctx,
  clientId: string,
  providerId: string,
  contactId?: string,
): Promise<void> {
  let query = ctx.tx
    .updateTable('sessions')
    .set({ ended_at: ctx.now })
    .where('client_id', '=', clientId)
    .where('provider_id', '=', providerId)
    .where('ended_at', 'is', null);
  if (contactId !== undefined) query = query.where('contact_id', '=', contactId);
  await query.execute();
}

/** Ends one session of somebody, all but one, or all. */
export async function endSessions(
  ctx: Ctx,
  account: Account,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  let query = ctx.tx
    .updateTable('sessions')
    .set({ ended_at: ctx.now })
    .where(ownedBy(account))
    .where('ended_at', 'is', null);
  if (which.only) query = query.where('id', '=', which.only);
  if (which.except) query = query.where('id', '!=', which.except);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

function cookieOptions(services: Services) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: services.baseUrl.startsWith('https:') } as const;
}

export function setSessionCookie(services: Services, reply: FastifyReply, token: string): void {
  reply.setCookie(sessionCookie(services.baseUrl), token, cookieOptions(services));
}

export function clearSessionCookie(services: Services, reply: FastifyReply): void {
  reply.clearCookie(sessionCookie(services.baseUrl), cookieOptions(services));
}
