import {
  idOf,
  type Loose,
  type Provider,
  ProviderFault,
  type ProviderOptions,
  type Session,
} from '#server/connectors/core/index.ts';
import { alertsOf, resultsOf } from './alerts.ts';
import { API, openCalls } from './calls.ts';
import { zoneIn } from './clock.ts';
import { devicesOf } from './devices.ts';
import { check, FIELDS } from './fields.ts';
import { openLists } from './lists.ts';
import { LOCATION_FIELDS, sitesIn } from './locations.ts';
import { runScriptOf, scriptRunOf, scriptsOf } from './scripts.ts';

/** ConnectWise Automate, by its REST API. */
export const connectwiseAutomate: Provider = {
  key: 'connectwise-automate',
  name: 'ConnectWise Automate',
  kind: 'rmm',
  abilities: {
    ...{ devices: true, software: true, alerts: true, scripts: true },
    // Its API resolves and acknowledges nothing, and calls nobody by itself.
    ...{ resolve: false, acknowledge: false, webhook: false },
  },
  fields: FIELDS,
  addressHelp: 'Your own server, as you open it, or https://yourname.hostedrmm.com',
  check,
  open,
};

function open(options: ProviderOptions): Session {
  const { now, note, values } = options;
  const zone = zoneIn(values);
  const caller = openCalls(options);
  const lists = openLists(caller);
  const sitesOf = async () => {
    const byId = (record: Loose) => idOf(record['Id']);
    const sites = sitesIn(await lists.all({ path: '/Locations', orderBy: 'Id', idOf: byId, fields: LOCATION_FIELDS }));
    if (sites.length > 0) return sites;
    throw new ProviderFault('forbidden', 'Automate shows this user no locations: it needs to see the clients.');
  };
  return {
    async test() {
      await caller.json({ path: `${API}/FeatureFlags` });
      const sites = await sitesOf();
      const clients = new Set(sites.map(({ parentName }) => parentName)).size;
      return { account: `${values['user'] ?? ''}: ${clients} clients with ${sites.length} locations` };
    },
    sites: sitesOf,
    devices: (query) => devicesOf(lists, query, { zone, note, now }),
    openAlerts() {
      const reading = { zone, note, now: now() };
      return values['alerts'] === 'computers' ? alertsOf(lists, reading) : resultsOf(lists, reading);
    },
    scripts: () => scriptsOf(lists),
    runScript: (device, script, parameters) => runScriptOf(caller, now, device, script, parameters),
    scriptRun: (device, run) => scriptRunOf(caller, device, run),
  };
}
