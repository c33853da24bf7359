import type { Ctx } from '#platform/context/index.ts';
import type { PortalSignIn } from '#shared/portal-sign-in.ts';

/** The identity providers at which a client's people may sign in. */
export function providersOf(ctx: Ctx, clientId: string): Promise<PortalSignIn['providers']> {
  return ctx.tx
    .selectFrom('client_identity_providers')
    .select(['id', 'name', 'kind'])
    .where('client_id', '=', clientId)
    .where('active', '=', true)
    .orderBy('name')
    .orderBy('id')
    .execute();
}
