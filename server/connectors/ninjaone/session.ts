import type { ProviderOptions, Session } from '#server/connectors/core/index.ts';
import { openAlertsOf, resetAlertOf } from './alerts.ts';
import { openConnection } from './connection.ts';
import { devicesOf } from './devices.ts';
import { runScriptOf, scriptRunOf, scriptsOf } from './scripts.ts';
import { sitesOf } from './sites.ts';
import { subscribeTo } from './webhook.ts';

export function openNinja(options: ProviderOptions): Session {
  const connection = openConnection(options);
  return {
    async test() {
      const sites = await sitesOf(connection);
      const [first] = sites;
      const more = sites.length > 1 ? ` and ${sites.length - 1} more` : '';
      return { account: first ? `The organizations ${first.name}${more}` : 'An account without organizations' };
    },
    sites: () => sitesOf(connection),
    devices: (query) => devicesOf(connection, options, query),
    openAlerts: () => openAlertsOf(connection, options),
    resolveAlert: (uid) => resetAlertOf(connection, uid),
    scripts: () => scriptsOf(connection),
    runScript: (device, script, parameters) => runScriptOf(connection, device, script, parameters),
    scriptRun: (device, run) => scriptRunOf(connection, device, run),
    subscribe: (url, secret) => subscribeTo(connection, url, secret),
  };
}
