import type { Ctx } from '../context/index.ts';
import type { Session } from '../http/index.ts';
import { clientOfHost } from './host.ts';

/** The path of a client's portal at the installation's own address. */
export const portalPath = (code: string): string => `/portal/for/${code.toLowerCase()}`;

/**
 * A page of the portal as one client's people open it: at the client's own host name where it has one, with the scheme and port of the
 * installation; else at the installation's own address.
 * @param page with its slash: `/portal/tickets/ACME-1`
 */
export async function portalUrl(ctx: Ctx, clientId: string, page: string): Promise<string> {
  return `${portalBase(ctx.services.baseUrl, await hostOf(ctx, clientId))}${page}`;
}

/** The address that stands before the pages of the portal. */
export function portalBase(baseUrl: string, host: string | null): string {
  if (host === null) return baseUrl;
  const url = new URL(baseUrl);
  url.hostname = host;
  return url.origin;
}

/** A client's own host name. */
export async function hostOf(ctx: Ctx, clientId: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('portal_hosts')
    .select('host')
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row?.host ?? null;
}

/** The path of one client's portal. */
export async function portalPathOf(ctx: Ctx, clientId: string): Promise<string | null> {
  const row = await ctx.tx.selectFrom('clients').select('code').where('id', '=', clientId).executeTakeFirst();
  return row ? portalPath(row.code) : null;
}

/** What stands behind `/portal/for/` of one client's portal. */
export const portalCodeOf = async (ctx: Ctx, clientId: string): Promise<string> =>
  (await portalPathOf(ctx, clientId))?.split('/').at(-1) ?? '';

/**
 * Whose portal somebody opens: at a client's own host name always that client's; elsewhere that of whoever is signed in, else of the
 * client whose code stands in the path. Null where it is nobody's, which looks as if nothing had been asked.
 */
export async function clientAt(
  ctx: Ctx,
  { host, code, session = null }: { host: string; code?: string | undefined; session?: Session | null },
): Promise<string | null> {
  const { services } = ctx;
  const scope = session?.identity.scope;
  const named =
    (await clientOfHost(services, host)) ?? (scope?.principal === 'contact' ? (scope.clientIds[0] ?? null) : null);
  // Asked in any case, so that an answer takes as long for a code that is nobody's.
  const row = await ctx.tx
    .selectFrom('clients')
    .select('id')
    .where((where) => (named === null ? where('code', '=', (code ?? '').toUpperCase()) : where('id', '=', named)))
    .where('active', '=', true)
    .where('kind', '=', 'client')
    .executeTakeFirst();
  return row?.id ?? null;
}
