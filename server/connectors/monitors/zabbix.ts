import {
  addressOf,
  hostOf,
  instantOf,
  type Loose,
  looseListOf,
  type Provider,
  ProviderFault,
  textOf,
} from '../core/index.ts';
import { objectIn } from './json.ts';
import { kindFor, type Severity } from './severity.ts';
import { WEBHOOK_ONLY } from './webhook-only.ts';

/** By Zabbix's number: not classified, information, warning, average, high, disaster. */
const SEVERITIES: readonly Severity[] = [5, 5, 4, 3, 2, 1];
/** Events of discovery and of autoregistration are no trouble. */
const NO_TROUBLE = new Set(['1', '2']);
/** The media type works out instants in UTC, since Zabbix tells its local time without a zone. */
const UTC = 'UTC';

/** Zabbix, by the media type in `docs/zabbix-media-type.yaml`. The problem's event id is the same on problem, update and recovery. */
export const zabbixProvider: Provider = {
  key: 'zabbix',
  name: 'Zabbix',
  kind: 'monitor',
  abilities: WEBHOOK_ONLY,
  fields: [
    {
      key: 'clientTag',
      label: 'Tag of the client',
      help: 'The tag of hosts whose value says for which client a problem is. A value that is a client’s code is mapped by itself.',
      secret: false,
      required: false,
      type: 'text',
      default: 'client',
    },
  ],
  receive(body, _headers, values, at) {
    const event = objectIn(body, 'Import the media type of Fettle.');
    const eventId = macro(event.event_id);
    if (eventId === null) throw new ProviderFault('malformed', 'The body has no "event_id", as our media type sends.');
    if (NO_TROUBLE.has(macro(event.source) ?? '0')) return { alerts: [], look: [] };
    const isUpdate = macro(event.update_status) === '1';
    const isOver = macro(event.value) === '0' && !isUpdate;
    const severity = SEVERITIES[Number(macro(event.severity) ?? 0)] ?? 5;
    const name = macro(event.name) ?? 'Problem';
    const hostname = macro(event.host);
    const ip = addressOf(macro(event.ip));
    const startedAt = instantOf(event.started_at, UTC) ?? at;
    return {
      alerts: [
        {
          externalId: eventId.slice(0, 300),
          occurrence: eventId.slice(0, 300),
          state: isOver ? 'resolved' : isUpdate ? 'updated' : 'raised',
          severity,
          kind: kindFor(severity),
          condition: (macro(event.trigger_id) ?? name).slice(0, 300),
          title: (hostname ? `${hostname}: ${name}` : name).slice(0, 300),
          text: [macro(event.opdata), macro(event.update_message)].filter((part) => part !== null).join('\n'),
          device:
            hostname || ip
              ? { ...(hostname ? { hostname: hostOf(hostname) ?? hostname } : {}), ...(ip ? { ip } : {}) }
              : null,
          site: tagOf(event, values.clientTag || 'client'),
          startedAt,
          endedAt: isOver ? (instantOf(event.ended_at, UTC) ?? at) : null,
          url: linkOf(event.url),
          ...(isUpdate && /acknowledged/i.test(macro(event.update_action) ?? '')
            ? { acknowledgedBy: macro(event.user) ?? 'somebody in Zabbix' }
            : {}),
          saidAt: at,
        },
      ],
      look: [],
    };
  },
};

/** A macro that does not apply stays as its own text, and one that could not be resolved is `*UNKNOWN*`: both are as good as missing. */
function macro(value: unknown): string | null {
  const text = textOf(value);
  return text === null || text.includes('*UNKNOWN*') || /^\{[A-Z0-9_.$]+\}$/.test(text) ? null : text;
}

function tagOf({ tags }: Loose, name: string): string | null {
  const list = typeof tags === 'string' ? parsed(tags) : tags;
  const found = looseListOf(list).find(({ tag }) => textOf(tag) === name);
  return textOf(found?.value)?.slice(0, 200) ?? null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const linkOf = (value: unknown) => {
  const link = macro(value);
  return link !== null && /^https?:\/\//i.test(link) ? link : null;
};
