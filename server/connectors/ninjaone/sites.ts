import { textOf, type VendorSite } from '#server/connectors/core/index.ts';
import type { Connection } from './connection.ts';
import { numberIdOf, recordsOf } from './lists.ts';

/** The organizations of the account. Locations below them are told with each device, as its location. */
export async function sitesOf(connection: Connection): Promise<VendorSite[]> {
  const sites: VendorSite[] = [];
  for await (const page of recordsOf(connection, '/v2/organizations'))
    for (const organization of page) {
      const externalId = numberIdOf(organization['id']);
      if (externalId === null) continue;
      const name = textOf(organization['name'])?.slice(0, 200) ?? `Organization ${externalId}`;
      sites.push({ externalId, name, parentName: null, deviceCount: null });
    }
  return sites;
}
