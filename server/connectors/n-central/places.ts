import { type Loose, ProviderFault, textOf } from '#server/connectors/core/index.ts';
import type { Calls } from './calls.ts';
import { recordsOf } from './lists.ts';

/** All customers, and the sites below them. Throws where the user sees none: what follows from an empty list would be wrong. */
export async function placesOf(calls: Calls): Promise<{ customers: Loose[]; sites: Loose[] }> {
  const customers = await all(calls, '/api/customers', 'customerId');
  if (customers.length === 0)
    throw new ProviderFault(
      'forbidden',
      'N-central shows this user no customers: its role needs rights on the service organisation.',
    );
  return { customers, sites: await all(calls, '/api/sites', 'siteId') };
}

async function all(calls: Calls, path: string, key: string): Promise<Loose[]> {
  const found: Loose[] = [];
  for await (const records of recordsOf(calls, path, (record) => textOf(record[key]) ?? textOf(record['orgUnitId'])))
    found.push(...records);
  return found;
}
