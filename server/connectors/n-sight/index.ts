import { isTimeZone } from '#kernel/time-zone.ts';
import { textOf } from '#platform/xml/index.ts';
import {
  numberOf,
  type Provider,
  ProviderFault,
  type ProviderOptions,
  type Session,
} from '#server/connectors/core/index.ts';
import { alertsOf, clearCheck } from './alerts.ts';
import { openCalls } from './calls.ts';
import { devicesOf } from './devices.ts';
import { check, FIELDS } from './fields.ts';
import { clientsOf, sitesOf } from './sites.ts';

/** N-able N-sight: its data extraction API, by polling alone. */
export const nSight: Provider = {
  key: 'n-sight',
  name: 'N-able N-sight',
  kind: 'rmm',
  abilities: {
    ...{ devices: true, software: true, alerts: true, resolve: true, acknowledge: true },
    ...{ scripts: false, webhook: false },
  },
  fields: FIELDS,
  addressHelp:
    'The server of your region: www.am.remote.management in America, wwweurope1.systemmonitor.eu.com in Europe, www.system-monitor.com in Australia; with https:// before it',
  check,
  open,
};

function open(options: ProviderOptions): Session {
  const zone = options.values['zone'] ?? '';
  if (!isTimeZone(zone)) throw new ProviderFault('refused', 'The time zone of the dashboard is not set.');
  const calls = openCalls(options);
  return {
    async test() {
      const clients = await clientsOf(calls);
      const devices = clients.reduce((sum, client) => sum + (numberOf(textOf(client, 'device_count')) ?? 0), 0);
      return { account: `${new URL(options.baseUrl).host}: ${clients.length} clients with ${devices} devices` };
    },
    sites: () => sitesOf(calls),
    devices: (query) => devicesOf(calls, query, options.note),
    openAlerts: () => alertsOf(calls, options, zone),
    resolveAlert: (alert, note) => clearCheck(calls, alert, 'untilnextrun', note),
    acknowledgeAlert: (alert, note) => clearCheck(calls, alert, 'untilpasses', note),
  };
}
