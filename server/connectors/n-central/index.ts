import {
  looseListOf,
  type Provider,
  ProviderFault,
  type ProviderOptions,
  type Session,
  textOf,
} from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { type Calls, openCalls } from './calls.ts';
import { devicesOf } from './devices.ts';
import { check, FIELDS } from './fields.ts';
import { alertsOf } from './issues.ts';
import { openFinder } from './named.ts';
import { placesOf } from './places.ts';
import { answer, receive } from './receive.ts';
import { sitesIn } from './sites.ts';
import { zoneIn } from './zone.ts';

/** N-able N-central: its REST API, and what it sends as notifications or to a PSA. */
export const nCentral: Provider = {
  key: 'n-central',
  name: 'N-able N-central',
  kind: 'rmm',
  abilities: {
    ...{ devices: true, software: true, alerts: true, webhook: true },
    // Its REST API takes none of these.
    ...{ resolve: false, acknowledge: false, scripts: false },
  },
  fields: FIELDS,
  addressHelp: 'Your own server, as you open it: https://ncentral.yourname.example',
  check,
  open,
  receive,
  answer,
  async alerts(session, ids) {
    const found = new Map<string, AlertReading>();
    for (const id of ids) {
      const alert = await (session as NCentralSession).find(id);
      if (alert) found.set(id, alert);
    }
    return found;
  },
};

type NCentralSession = Session & { readonly find: (id: string) => Promise<AlertReading | null> };

function open(options: ProviderOptions): NCentralSession {
  const calls = openCalls(options);
  const zone = zoneIn(options.values);
  return {
    async test() {
      return { account: await accountOf(calls) };
    },
    async sites() {
      const { customers, sites } = await placesOf(calls);
      return sitesIn(customers, sites);
    },
    devices: (query) => devicesOf(calls, query, { zone, note: options.note }),
    openAlerts: () => alertsOf(calls, options, zone),
    find: openFinder(calls, options, zone),
  };
}

/** The service organisations that the user sees, and the server's version where it tells. */
async function accountOf(calls: Calls): Promise<string> {
  const { data } = await calls.get('/api/service-orgs', { pageNumber: 1, pageSize: 10 });
  const names = looseListOf(data).map((one) => textOf(one['soName']) ?? textOf(one['orgUnitName']));
  const who = names.filter((name) => name !== null).join(', ') || 'N-central';
  const version = await versionOf(calls);
  return version === null ? who : `${who} (N-central ${version})`;
}

async function versionOf(calls: Calls): Promise<string | null> {
  try {
    const info = await calls.get('/api/server-info');
    return textOf(info['ncentral']) ?? textOf(info['version']);
  } catch (error) {
    if (error instanceof ProviderFault && error.kind === 'missing') return null;
    throw error;
  }
}
