import { Fault } from '#kernel/errors.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '../context/index.ts';
import type { Session } from '../http/index.ts';
import type { Account } from './account.ts';

/** Minutes for which a proof of who one is stays good for changes to sign-in and rights. */
export const FRESH_MINUTES = 10;

/** Whoever signed in with a browser: one of the desk's own people, or one of a client's. */
export type Owner = { session: Session; account: Account };

/** The one behind a cookie; an API key may not touch its maker's sign-in. */
export function owner(session: Session | null): Owner {
  const { principal, principalId, clientIds = [] } = session?.identity.scope ?? {};
  if (!session || !principalId || session.via !== 'cookie')
    throw new Fault('forbidden', 'Only a person signed in with a browser may do this.');
  if (principal === 'staff') return { session, account: { staffId: principalId } };
  return { session, account: { clientId: clientIds[0] ?? '', contactId: principalId } };
}

/** The same, and the proof of who it is must be fresh. */
export function freshOwner(session: Session | null, now: string): Owner {
  const found = owner(session);
  requireFresh(session, now);
  return found;
}

export type Person = Owner & { staffId: string };

/** The signed-in staff member behind a cookie; an API key may not touch its maker's sign-in. */
export function person(session: Session | null): Person {
  const found = owner(session);
  if ('staffId' in found.account) return { ...found, staffId: found.account.staffId };
  throw new Fault('forbidden', 'Only a person signed in with a browser may do this.');
}

/** The same, and the proof of who it is must be fresh. */
export function freshPerson(session: Session | null, now: string): Person {
  const found = person(session);
  requireFresh(session, now);
  return found;
}

/**
 * Asks a person to prove again who they are when they last did so too long ago: a browser left open is not enough to
 * change rights, sign-in, or the server that mail (and every link in it) goes through. A key has nobody to ask; it does what it was given, unless it is limited in time or place: an
 * account that it made, or a way in that it got, would not be.
 */
export function requireFresh(session: Session | null, now: string): void {
  if (session?.via === 'key') {
    if (session.limited)
      throw new Fault(
        'forbidden',
        'A key that ends, or works from some networks only, changes no rights, hands out no way in and sets no mail server.',
      );
    return;
  }
  if (!session || Date.parse(now) - Date.parse(session.authenticatedAt) > FRESH_MINUTES * 60_000)
    throw new Fault(
      'unauthenticated',
      'Confirm first that it is you: this changes rights, how somebody signs in, or what Fettle sends or reaches elsewhere.',
      {
        extra: { reason: 'stale_sign_in' },
      },
    );
}

/** Credentials are the sign-in code's alone, so this runs under the system scope in the person's name. */
export function asSystem<R>(services: Services, session: Session, work: (ctx: Ctx) => Promise<R>): Promise<R> {
  return withContext(services, { ...systemIdentity('Sign-in'), actor: session.identity.actor }, work);
}

/** Under the system's scope, since credentials and other clients are touched, but with the caller's permissions and name. */
export function asCaller<R>(services: Services, session: Session, work: (ctx: Ctx) => Promise<R>): Promise<R> {
  const { actor, permissions } = session.identity;
  return withContext(services, { ...systemIdentity('Staff'), actor, permissions }, work);
}
