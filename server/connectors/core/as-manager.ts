import { type Ctx, requireAllClients, type Services, withContext } from '#platform/context/index.ts';
import type { Session } from '#platform/http/index.ts';
import { requireFresh } from '#platform/identity/index.ts';
import { CONNECTING } from './rows.ts';

/** Refuses whoever may not see what reaches every client. */
export function managerOf(session: Session | null): Session {
  if (!session) throw new Error('A route of staff was called without a session');
  requireAllClients(session.identity, 'A connector');
  return session;
}

/** How connectors are reached is the program's alone, so this runs under its scope in the caller's name. */
export function asManager<R>(services: Services, session: Session | null, work: (ctx: Ctx) => Promise<R>): Promise<R> {
  const { identity } = managerOf(session);
  return withContext(services, { ...CONNECTING, actor: identity.actor, permissions: identity.permissions }, work);
}

/** The same for what decides to where secrets are sent, and who may call: only just after the person has proven who they are. */
export function asFreshManager<R>(
  services: Services,
  session: Session | null,
  work: (ctx: Ctx) => Promise<R>,
): Promise<R> {
  requireFresh(managerOf(session), services.now());
  return asManager(services, session, work);
}
