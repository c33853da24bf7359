import { childOf, childrenOf, textOf } from '#platform/xml/index.ts';
import { idOf, ProviderFault, type VendorSite } from '#server/connectors/core/index.ts';
import type { Calls } from './calls.ts';

/** All sites of all clients. Throws where the key shows no client: what follows from an empty list would be wrong. */
export async function sitesOf(calls: Calls): Promise<VendorSite[]> {
  const answer = await calls.list('list_clients', {}, { keep: true });
  const clients = childrenOf(childOf(answer, 'items') ?? answer, 'client');
  if (clients.length === 0)
    throw new ProviderFault(
      'forbidden',
      'N-sight shows no clients to this API key: it may be limited to none of them.',
    );
  const sites: VendorSite[] = [];
  for (const client of clients) {
    const clientid = idOf(textOf(client, 'clientid'));
    if (clientid === null) continue;
    const parentName = textOf(client, 'name');
    const list = await calls.list('list_sites', { clientid }, { keep: true });
    for (const site of childrenOf(childOf(list, 'items') ?? list, 'site')) {
      const externalId = idOf(textOf(site, 'siteid'));
      const name = textOf(site, 'name');
      if (externalId !== null && name !== null) sites.push({ externalId, name, parentName, deviceCount: null });
    }
  }
  return sites;
}
