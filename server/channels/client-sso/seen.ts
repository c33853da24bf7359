import { notFound } from '#kernel/errors.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { Session } from '#platform/http/index.ts';

/**
 * What sign-in keeps is the program's alone, so this runs under its scope, in the name of somebody who sees the client or contact
 * concerned. Throws `not_found` where they do not.
 * @param sees answers under the caller's own scope with what they see, if anything
 */
export async function asSystemFor<Seen, R>(
  services: Services,
  session: Session | null,
  what: string,
  sees: (ctx: Ctx) => Promise<Seen | undefined>,
  work: (ctx: Ctx, seen: Seen) => Promise<R>,
): Promise<R> {
  if (!session) throw notFound(what);
  const { actor, permissions } = session.identity;
  const seen = await withContext(services, session.identity, sees);
  if (seen === undefined) throw notFound(what);
  return withContext(services, { ...systemIdentity('Sign-in'), actor, permissions }, (ctx) => work(ctx, seen));
}
