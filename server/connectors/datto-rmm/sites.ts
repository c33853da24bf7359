import { idOf, looseOf, numberOf, textOf, type VendorSite } from '#server/connectors/core/index.ts';
import type { Connection } from './connection.ts';
import { recordsOf } from './list.ts';

/** The sites of the account. Datto has no level above them. */
export async function sitesOf(connection: Connection): Promise<VendorSite[]> {
  const sites: VendorSite[] = [];
  const list = { path: '/api/v2/account/sites', key: 'sites', idOf: ({ uid }: { uid?: unknown }) => idOf(uid) };
  for await (const page of recordsOf(connection, list, { once: false }))
    for (const site of page) {
      const externalId = idOf(site['uid']);
      if (externalId === null) continue;
      sites.push({
        externalId,
        name: textOf(site['name'])?.slice(0, 200) ?? `Site ${externalId}`,
        parentName: null,
        deviceCount: numberOf(looseOf(site['devicesStatus'])['numberOfDevices']),
      });
    }
  return sites;
}
