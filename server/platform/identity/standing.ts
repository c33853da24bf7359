import type { Ctx } from '../context/index.ts';
import type { Session } from '../http/index.ts';
import { keySessionOf, sessionOf } from './authenticate.ts';

/**
 * Of sessions and keys found earlier, the ids of those that still stand and see and may do what they did then. For what goes
 * on after its request, such as a live stream. Runs under the system's scope; asking does not count as activity.
 */
export async function stillStanding(ctx: Ctx, sessions: readonly Session[]): Promise<ReadonlySet<string>> {
  const earlier = new Map(sessions.map((session) => [session.id, session]));
  const idsOf = (via: Session['via']) => [...earlier.values()].filter((one) => one.via === via).map((one) => one.id);
  const [cookies, keys] = [idsOf('cookie'), idsOf('key')];
  const rows = {
    cookie: cookies.length ? await ctx.tx.selectFrom('sessions').selectAll().where('id', 'in', cookies).execute() : [],
    key: keys.length ? await ctx.tx.selectFrom('api_keys').selectAll().where('id', 'in', keys).execute() : [],
  };
  const standing = new Set<string>();
  const compare = (session: Session | null) => {
    const before = session && earlier.get(session.id);
    if (before && rightsOf(before) === rightsOf(session)) standing.add(session.id);
  };
  for (const row of rows.cookie) compare(await sessionOf(ctx, row));
  for (const row of rows.key) compare(await keySessionOf(ctx, row));
  return standing;
}

/** Everything that decides what a session sees and may do, as one text. */
function rightsOf({ identity: { scope, permissions }, needsSecondFactor = false }: Session): string {
  return JSON.stringify({
    ...scope,
    needsSecondFactor,
    clientIds: [...scope.clientIds].sort(),
    permissions: [...permissions].sort(),
  });
}
