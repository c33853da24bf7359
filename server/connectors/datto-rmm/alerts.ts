import { idOf, type Loose, looseOf, ProviderFault, type ProviderOptions } from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { alertIn } from './alert.ts';
import type { Connection } from './connection.ts';
import { recordsOf } from './list.ts';

/** More of them are found faster in the list of those that are open: a page of it has 250. */
const MOST_ONE_BY_ONE = 10;

type Options = Pick<ProviderOptions, 'now' | 'note'>;

/** Every alert that is open now. */
export async function* openAlertsOf(connection: Connection, options: Options): AsyncGenerator<readonly AlertReading[]> {
  const path = '/api/v2/account/alerts/open';
  const list = { path, key: 'alerts', idOf: (record: Loose) => idOf(record['alertUid']) };
  for await (const page of recordsOf(connection, list, { once: false }))
    yield page.flatMap((record) => alertIn(record, { now: options.now(), note: options.note }) ?? []);
}

/** These alerts, also those that are resolved. */
export async function alertsOf(
  connection: Connection,
  uids: readonly string[],
  options: Options,
): Promise<ReadonlyMap<string, AlertReading>> {
  const wanted = new Set(uids);
  const found = new Map<string, AlertReading>();
  if (wanted.size > MOST_ONE_BY_ONE)
    for await (const page of openAlertsOf(connection, options))
      for (const alert of page) if (wanted.has(alert.externalId)) found.set(alert.externalId, alert);
  for (const uid of wanted) {
    const alert = found.get(uid) ?? (await alertOf(connection, uid, options));
    if (alert) found.set(uid, alert);
  }
  return found;
}

/** Null where there is none. */
async function alertOf(connection: Connection, uid: string, options: Options): Promise<AlertReading | null> {
  try {
    const alert = looseOf(await connection.json({ path: pathOf(uid) }));
    return alertIn(alert, { now: options.now(), note: options.note });
  } catch (error) {
    if (error instanceof ProviderFault && error.kind === 'missing') return null;
    throw error;
  }
}

/** Resolving what is resolved changes nothing, so it may be done twice. */
export async function resolveAlertOf(connection: Connection, uid: string): Promise<void> {
  await connection.json({ method: 'POST', path: `${pathOf(uid)}/resolve`, isRepeatable: true });
}

const pathOf = (uid: string): string => `/api/v2/alert/${encodeURIComponent(uid)}`;
