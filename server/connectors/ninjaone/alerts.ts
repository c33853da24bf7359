import { type Loose, looseOf, ProviderFault, type ProviderOptions } from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { alertIn } from './alert.ts';
import type { Connection } from './connection.ts';
import { numberIdOf, recordsOf } from './lists.ts';

type Options = Pick<ProviderOptions, 'now' | 'note'>;

const BATCH = 500;

/** Every alert that is open now; NinjaOne answers them all at once. */
export async function* openAlertsOf(connection: Connection, options: Options): AsyncGenerator<readonly AlertReading[]> {
  const alerts = await connection.list({ path: '/v2/alerts' });
  const homes = alerts.some(lacksOrganization) ? await organizationsByDevice(connection) : new Map<string, string>();
  const siteOf = (device: string) => homes.get(device) ?? null;
  for (let from = 0; from < alerts.length; from += BATCH)
    yield alerts
      .slice(from, from + BATCH)
      .flatMap((alert) => alertIn(alert, siteOf, { now: options.now(), note: options.note }) ?? []);
}

const lacksOrganization = (alert: Loose): boolean => numberIdOf(looseOf(alert['device'])['organizationId']) === null;

async function organizationsByDevice(connection: Connection): Promise<Map<string, string>> {
  const homes = new Map<string, string>();
  for await (const page of recordsOf(connection, '/v2/devices'))
    for (const device of page) {
      const organization = numberIdOf(device['organizationId']);
      if (organization !== null) homes.set(numberIdOf(device['id']) ?? '', organization);
    }
  return homes;
}

/** Closes the condition; the agent raises it again where it still holds. One that is closed already is no trouble. */
export async function resetAlertOf(connection: Connection, uid: string): Promise<void> {
  const path = `/v2/alert/${encodeURIComponent(uid)}/reset`;
  try {
    await connection.json({ method: 'POST', path, json: {}, isRepeatable: true });
  } catch (error) {
    if (error instanceof ProviderFault && error.kind === 'forbidden')
      throw new ProviderFault('forbidden', 'The app in NinjaOne may not close alerts: it needs the scope management.');
    throw error;
  }
}
