import { looseOf, numberOf, type ProviderOptions, type Session, textOf } from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { alertsOf, openAlertsOf, resolveAlertOf } from './alerts.ts';
import { openConnection } from './connection.ts';
import { devicesOf } from './devices.ts';
import { runScriptOf, scriptRunOf, scriptsOf } from './scripts.ts';
import { sitesOf } from './sites.ts';

export type DattoSession = Session & { alerts(uids: readonly string[]): Promise<ReadonlyMap<string, AlertReading>> };

export function openDatto(options: ProviderOptions): DattoSession {
  const connection = openConnection(options);
  // Two writes to one object at once are refused, so they are made one after the other.
  let line: Promise<unknown> = Promise.resolve();
  const inLine = <R>(work: () => Promise<R>): Promise<R> => {
    const mine = line.then(work);
    line = mine.catch(() => undefined);
    return mine;
  };
  return {
    async test() {
      const account = looseOf(await connection.json({ path: '/api/v2/account' }));
      const devices = numberOf(looseOf(account['devicesStatus'])['numberOfDevices']);
      const name = textOf(account['name']) ?? 'Datto RMM';
      return { account: devices === null ? name : `${name}, ${devices} devices` };
    },
    sites: () => sitesOf(connection),
    devices: (query) => devicesOf(connection, options, query),
    openAlerts: () => openAlertsOf(connection, options),
    alerts: (uids) => alertsOf(connection, uids, options),
    resolveAlert: (uid) => inLine(() => resolveAlertOf(connection, uid)),
    scripts: () => scriptsOf(connection),
    runScript: (device, script, parameters) => inLine(() => runScriptOf(connection, device, script, parameters)),
    scriptRun: (device, run) => scriptRunOf(connection, device, run, options.note),
  };
}
