import { idOf, type Loose, looseOf, ProviderFault, type ProviderOptions } from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { alertIn } from './alert.ts';
import type { Connection } from './connection.ts';
import { recordsOf } from './list.ts';

type Options = Pick<ProviderOptions, 'now' | 'note'>;

/** Every alert that is open now. */
export async function* openAlertsOf(connection: Connection, options: Options): AsyncGenerator<readonly AlertReading[]> {
  const path = '/api/v2/account/alerts/open';
  const list = { path, key: 'alerts', idOf: (record: Loose) => idOf(record['alertUid']) };
  for await (const page of recordsOf(connection, list, { once: false }))
    yield page.flatMap((record) => alertIn(record, { now: options.now(), note: options.note }) ?? []);
}

/** One alert, also when it is resolved; null where there is none. */
export async function alertOf(connection: Connection, uid: string, options: Options): Promise<AlertReading | null> {
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
