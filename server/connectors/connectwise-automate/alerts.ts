import { idOf, type Loose, ProviderFault } from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { type AlertsReading, alertIn, resultIn } from './alert.ts';
import type { List, Lists } from './lists.ts';

/** A result has the fields that the vendor's database gives it; it is told from others by all that may name it. */
const RESULTS: List = {
  path: '/InternalMonitorResults',
  orderBy: 'Id',
  idOf: (record) => idOf(record['Id']) ?? JSON.stringify(record).slice(0, 500),
};

const ALERTS = { orderBy: 'AlertId', idOf: (record: Loose) => idOf(record['AlertId']) };

/** What the internal monitors find now. */
export async function* resultsOf(lists: Lists, reading: AlertsReading): AsyncGenerator<readonly AlertReading[]> {
  for await (const records of lists.records(RESULTS)) yield read(records, resultIn, reading);
}

/** The open alerts of all computers: of a list of them all where the server has one, else computer by computer. */
export async function* alertsOf(lists: Lists, reading: AlertsReading): AsyncGenerator<readonly AlertReading[]> {
  const whole = lists.records({ ...ALERTS, path: '/Alerts' });
  const first = await whole.next().catch((error: unknown) => {
    if (error instanceof ProviderFault && error.kind === 'missing') return null;
    throw error;
  });
  if (first === null) return yield* alertsOfEach(lists, reading);
  for (let part = first; !part.done; part = await whole.next()) yield read(part.value, alertIn, reading);
}

async function* alertsOfEach(lists: Lists, reading: AlertsReading): AsyncGenerator<readonly AlertReading[]> {
  const byId = { orderBy: 'Id', idOf: (record: Loose) => idOf(record['Id']) };
  for (const computer of await lists.all({ ...byId, path: '/Computers', fields: 'Id' })) {
    const path = `/Computers/${encodeURIComponent(idOf(computer['Id']) ?? '')}/Alerts`;
    try {
      for await (const records of lists.records({ ...ALERTS, path, isSmall: true }))
        yield read(records, alertIn, reading);
    } catch (error) {
      // It went while the others were read.
      if (!(error instanceof ProviderFault) || error.kind !== 'missing') throw error;
    }
  }
}

const read = (
  records: readonly Loose[],
  one: (record: Loose, reading: AlertsReading) => AlertReading | null,
  reading: AlertsReading,
) => records.map((record) => one(record, reading)).filter((alert) => alert !== null);
