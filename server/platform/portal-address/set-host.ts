import { isIP } from 'node:net';
import { invalid, notFound } from '#kernel/errors.ts';
import type { PortalAddress } from '#shared/portal-address.ts';
import { type Ctx, requireAllClients } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';
import { forgetHosts, hostName, ownHost } from './host.ts';
import { hostOf, portalBase, portalPath } from './link.ts';

/** Gives a client's portal a host name of its own, or takes it away. Refuses what is no host name, the installation's own, and a taken one. */
export async function setPortalHost(ctx: Ctx, clientId: string, wanted: string | null): Promise<void> {
  requireAllClients(ctx, 'A host name');
  const client = await ctx.tx
    .selectFrom('clients')
    .select(['id', 'kind'])
    .where('id', '=', clientId)
    .forUpdate()
    .executeTakeFirst();
  if (!client) throw notFound('client');
  const host = wanted === null ? null : checked(ctx, wanted);
  if (host !== null && client.kind === 'internal')
    throw invalid([{ path: 'host', message: 'is for clients; your own people use the installation’s address' }]);
  const before = await hostOf(ctx, clientId);
  if (before === host) return;
  if (host === null) await ctx.tx.deleteFrom('portal_hosts').where('client_id', '=', clientId).execute();
  else {
    const taken = await ctx.tx
      .selectFrom('portal_hosts')
      .select('client_id')
      .where('host', '=', host)
      .executeTakeFirst();
    if (taken) throw invalid([{ path: 'host', message: 'is the address of another client already' }]);
    await ctx.tx
      .insertInto('portal_hosts')
      .values({ client_id: clientId, host, updated_at: ctx.now })
      .onConflict((on) => on.column('client_id').doUpdateSet({ host, updated_at: ctx.now }))
      .execute();
  }
  await appendEvent(ctx, {
    clientId,
    subjectType: 'client',
    subjectId: clientId,
    type: 'client.portal_address_changed',
    data: { changes: { portalHost: [before, host] } },
  });
  forgetHosts(ctx.services);
}

function checked(ctx: Ctx, wanted: string): string {
  const host = hostName(wanted.trim());
  const plain = host?.includes('.') && isIP(host) === 0 && /^[a-z0-9.-]{4,253}$/.test(host);
  if (host === null || !plain || /[:[\]]/.test(wanted))
    throw invalid([{ path: 'host', message: 'must be a host name alone, such as help.example.com' }]);
  if (host === ownHost(ctx.services))
    throw invalid([{ path: 'host', message: 'is the address of this installation itself, which is everybody’s' }]);
  return host;
}

/** Where a client's people find the portal. */
export async function viewPortalAddress(ctx: Ctx, clientId: string): Promise<PortalAddress> {
  const client = await ctx.tx.selectFrom('clients').select('code').where('id', '=', clientId).executeTakeFirst();
  if (!client) throw notFound('client');
  const host = await hostOf(ctx, clientId);
  const path = portalPath(client.code);
  return { url: `${portalBase(ctx.services.baseUrl, host)}${host === null ? path : '/portal'}`, path, host };
}
