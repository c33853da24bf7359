import { childOf, childrenOf, textOf, type XmlElement } from '#platform/xml/index.ts';
import { atOnce, idOf, ProviderFault, type VendorSite } from '#server/connectors/core/index.ts';
import type { Calls } from './calls.ts';

/** How many clients are asked for their sites at once. */
const AT_ONCE = 4;

/** Every client that the key shows. Throws where it shows none: what follows from an empty list would be wrong. */
export async function clientsOf(calls: Calls): Promise<XmlElement[]> {
  const answer = await calls.list('list_clients', {}, { keep: true });
  const clients = childrenOf(childOf(answer, 'items') ?? answer, 'client');
  if (clients.length > 0) return clients;
  throw new ProviderFault('forbidden', 'N-sight shows no clients to this API key: it may be limited to none of them.');
}

/** All sites of all clients. */
export async function sitesOf(calls: Calls): Promise<VendorSite[]> {
  const lists = await atOnce(await clientsOf(calls), AT_ONCE, (client) => sitesOfClient(calls, client));
  return lists.flat();
}

async function sitesOfClient(calls: Calls, client: XmlElement): Promise<VendorSite[]> {
  const clientid = idOf(textOf(client, 'clientid'));
  if (clientid === null) return [];
  const parentName = textOf(client, 'name');
  const list = await calls.list('list_sites', { clientid }, { keep: true });
  return childrenOf(childOf(list, 'items') ?? list, 'site').flatMap((site) => {
    const externalId = idOf(textOf(site, 'siteid'));
    const name = textOf(site, 'name');
    return externalId === null || name === null ? [] : [{ externalId, name, parentName, deviceCount: null }];
  });
}
