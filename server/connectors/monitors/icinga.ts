import {
  addressOf,
  hostOf,
  instantOfSeconds,
  type Loose,
  type Provider,
  ProviderFault,
  textOf,
} from '../core/index.ts';
import { objectIn } from './json.ts';
import { kindFor, type Severity } from './severity.ts';
import { WEBHOOK_ONLY } from './webhook-only.ts';

const SEVERITIES: Readonly<Record<string, Severity>> = { DOWN: 1, UNREACHABLE: 2, CRITICAL: 2, WARNING: 3, UNKNOWN: 3 };
const STATES = { PROBLEM: 'raised', RECOVERY: 'resolved', ACKNOWLEDGEMENT: 'updated' } as const;

/** Icinga 2 and Nagios, by the script in `docs/fettle-notify.sh`. Flapping and downtimes are theirs to tell, and make nothing here. */
export const icingaProvider: Provider = {
  key: 'icinga',
  name: 'Icinga and Nagios',
  kind: 'monitor',
  abilities: WEBHOOK_ONLY,
  fields: [],
  receive(body, _headers, _values, at) {
    const told = objectIn(body, 'Send it with the script of Fettle.');
    const host = textOf(told.host);
    const type = textOf(told.type)?.toUpperCase() ?? '';
    if (host === null || type === '') throw new ProviderFault('malformed', 'The body names no "host" or no "type".');
    if (!Object.hasOwn(STATES, type)) return { alerts: [], look: [] };
    const state = STATES[type as keyof typeof STATES];
    const service = textOf(told.service);
    const severity = SEVERITIES[textOf(told.state)?.toUpperCase() ?? ''] ?? 3;
    const saidAt = instantOfSeconds(told.time) ?? at;
    // At its end Icinga tells since when all is well, not since when it was not.
    const startedAt = state === 'resolved' ? saidAt : (instantOfSeconds(told.since) ?? saidAt);
    const ip = addressOf(told.address);
    const what = service ? `${service} is ${textOf(told.state) ?? 'not well'}` : `is ${textOf(told.state) ?? 'down'}`;
    const comment = [textOf(told.author), textOf(told.comment)].filter((part) => part !== null).join(': ');
    return {
      alerts: [
        {
          externalId: `${host}!${service ?? ''}`.slice(0, 300),
          occurrence: problemOf(told) ?? '',
          state,
          severity,
          kind: kindFor(severity),
          condition: (service ?? 'Host').slice(0, 300),
          title: `${textOf(told.host_display) ?? host}: ${what}`.slice(0, 300),
          text: [textOf(told.output), comment].filter(Boolean).join('\n'),
          device: { hostname: hostOf(host) ?? host, ...(ip ? { ip } : {}) },
          site: textOf(told.client)?.slice(0, 200) ?? null,
          startedAt,
          endedAt: state === 'resolved' ? saidAt : null,
          url: linkOf(told.url),
          ...(state === 'updated' ? { acknowledgedBy: textOf(told.author) ?? 'somebody there' } : {}),
          saidAt,
        },
      ],
      look: [],
    };
  },
};

/** Nagios numbers its problems, and names the number again when one is over. */
function problemOf({ problem, last_problem: last }: Loose): string | null {
  const id = [problem, last].map(textOf).find((one) => one !== null && /^[1-9][0-9]*$/.test(one));
  return id ?? null;
}

const linkOf = (value: unknown) => {
  const link = textOf(value);
  return link !== null && /^https?:\/\//i.test(link) ? link : null;
};
