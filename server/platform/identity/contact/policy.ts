import { sql } from 'kysely';
import Type from 'typebox';
import { invalid } from '#kernel/errors.ts';
import { OneOf } from '#shared/http.ts';
import type { PortalPolicy, SignInWay } from '#shared/portal-sign-in.ts';
import { SECOND_FACTOR_RULES } from '#shared/sign-in-words.ts';
import type { Ctx } from '../../context/index.ts';
import { defineSetting, resolveSetting } from '../../settings/index.ts';

const KEY = 'portal.signIn';
const NAMED = 3;

/** How a client's people sign in to the portal. Links that staff make by hand work whatever it says: the way in when a provider is down. */
export const PORTAL_SIGN_IN = defineSetting({
  key: KEY,
  title: 'Sign-in of clients’ people',
  help: 'By which ways a client’s people sign in to the portal, with which second factor, and for how long. Links that you make for them by hand always work.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Unsafe<PortalPolicy>(
    Type.Object({
      mail: Type.Boolean(),
      password: Type.Boolean(),
      sso: Type.Boolean(),
      secondFactor: OneOf(SECOND_FACTOR_RULES),
      ssoSecondFactor: Type.Boolean(),
      sessionHours: Type.Integer({ minimum: 1, maximum: 720 }),
    }),
  ),
  default: {
    mail: true,
    password: false,
    sso: true,
    secondFactor: 'optional',
    ssoSecondFactor: false,
    sessionHours: 168,
  },
  check: async (_ctx, { mail, password, sso }) =>
    mail || password || sso
      ? []
      : [{ path: '', message: 'must leave a way to sign in: allow mail, passwords, or the client’s own provider' }],
  changed: refuseLockingOut,
});

/** What holds for a client's people. */
export async function policyFor(ctx: Ctx, clientId: string): Promise<PortalPolicy> {
  return (await resolveSetting(ctx, PORTAL_SIGN_IN, clientId)).value;
}

/** Whether a session opened by this way stays good. What staff handed out is good in any case. */
export function wayHolds(policy: PortalPolicy, way: SignInWay | null): boolean {
  return way === null || way === 'staff_link' || policy[way];
}

/**
 * Called after something about signing in was changed at a place, in the same transaction: throws, and so undoes it, where an active
 * client's people may sign in at its own provider only and it has none.
 */
export async function refuseLockingOut(
  ctx: Ctx,
  place: { level: 'provider' | 'group' | 'client'; id: string | null },
): Promise<void> {
  const at = {
    provider: sql`true`,
    group: sql`c.group_id = ${place.id}::uuid`,
    client: sql`c.id = ${place.id}::uuid`,
  }[place.level];
  const { rows } = await sql<{ name: string; total: number }>`
    select c.name, count(*) over ()::int as total from clients c
    left join settings own on own.key = ${KEY} and own.client_id = c.id
    left join settings shared on shared.key = ${KEY} and shared.group_id = c.group_id
    left join settings everywhere on everywhere.key = ${KEY} and everywhere.client_id is null and everywhere.group_id is null
    cross join lateral (select coalesce(own.value, shared.value, everywhere.value) as value) policy
    where c.active and ${at} and policy.value ->> 'mail' = 'false' and policy.value ->> 'password' = 'false'
      and not exists (select from client_identity_providers p where p.client_id = c.id and p.active)
    order by c.name_key limit ${NAMED}`.execute(ctx.tx);
  const total = rows[0]?.total ?? 0;
  if (total === 0) return;
  const names = rows.map(({ name }) => name).join(', ');
  const whom = total > NAMED ? `${names} and ${total - NAMED} more` : names;
  throw invalid([
    {
      path: 'value',
      message: `would leave the people of ${whom} no way to sign in: there is no identity provider of theirs in use`,
    },
  ]);
}
