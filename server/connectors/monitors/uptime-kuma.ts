import {
  addressOf,
  hostOf,
  instantOf,
  type Loose,
  looseListOf,
  looseOf,
  type Provider,
  ProviderFault,
  textOf,
} from '../core/index.ts';
import { objectIn } from './json.ts';
import { kindFor } from './severity.ts';
import { WEBHOOK_ONLY } from './webhook-only.ts';

const BODY = 'Choose the body “JSON” in the notification.';
/** Uptime Kuma's times are UTC and name no zone. */
const UTC = 'UTC';
const KEPT_OF_HEARTBEAT = ['monitorID', 'status', 'time', 'msg', 'important', 'duration', 'retries'];
const KEPT_OF_MONITOR = ['id', 'name', 'pathName', 'url', 'hostname', 'port', 'type', 'tags'];

/** Uptime Kuma, notification "Webhook" with the body as JSON. Of its monitors only an allow-list is kept: they hold passwords of the checks. */
export const uptimeKumaProvider: Provider = {
  key: 'uptime-kuma',
  name: 'Uptime Kuma',
  kind: 'monitor',
  abilities: WEBHOOK_ONLY,
  fields: [
    {
      key: 'clientTag',
      label: 'Tag of the client',
      help: 'The tag whose value says for which client a monitor is; without it the group that the monitor is in does.',
      secret: false,
      required: false,
      type: 'text',
      default: 'client',
    },
  ],
  kept(body) {
    const { heartbeat, monitor, msg } = objectIn(body, BODY);
    const only = (value: unknown, names: readonly string[]) =>
      value === null || value === undefined
        ? null
        : Object.fromEntries(Object.entries(looseOf(value)).filter(([name]) => names.includes(name)));
    const kept = {
      heartbeat: only(heartbeat, KEPT_OF_HEARTBEAT),
      monitor: withoutLogin(only(monitor, KEPT_OF_MONITOR)),
      msg,
    };
    return Buffer.from(JSON.stringify(kept));
  },
  receive(body, _headers, values, at) {
    const told = objectIn(body, BODY);
    if (!('heartbeat' in told) && !('monitor' in told))
      throw new ProviderFault('malformed', `The body is not that of Uptime Kuma. ${BODY}`);
    const monitor = looseOf(told.monitor);
    const heartbeat = looseOf(told.heartbeat);
    const id = textOf(monitor.id) ?? textOf(heartbeat.monitorID);
    const status = textOf(heartbeat.status);
    // A test names no monitor; what waits or is being worked on is no news.
    if (id === null || (told.heartbeat !== null && status !== '0' && status !== '1')) return { alerts: [], look: [] };
    const isNotice = told.heartbeat === null;
    const isOver = status === '1';
    const saidAt = instantOf(heartbeat.time, UTC) ?? at;
    const name = textOf(monitor.name) ?? `Monitor ${id}`;
    const severity = isNotice ? 4 : 2;
    return {
      alerts: [
        {
          externalId: isNotice ? `${id}!notice` : id,
          occurrence: '',
          state: isOver ? 'resolved' : 'raised',
          severity,
          kind: kindFor(severity),
          condition: (isNotice ? `${name}: notice` : name).slice(0, 300),
          title: (isNotice ? (textOf(told.msg) ?? name) : `${name} is ${isOver ? 'up' : 'down'}`).slice(0, 300),
          text: textOf(heartbeat.msg) ?? textOf(told.msg) ?? '',
          device: deviceOf(monitor),
          site: siteOf(monitor, values.clientTag || 'client'),
          startedAt: saidAt,
          endedAt: isOver ? saidAt : null,
          url: null,
          saidAt,
        },
      ],
      look: [],
    };
  },
};

/** The address of a check may hold a name and a password. */
function withoutLogin(monitor: Record<string, unknown> | null) {
  const url = monitor === null ? null : URL.parse(textOf(monitor.url) ?? '');
  return monitor === null ? null : { ...monitor, url: url ? `${url.origin}${url.pathname}` : null };
}

function deviceOf({ hostname, url }: Loose) {
  const host = textOf(hostname) ?? URL.parse(textOf(url) ?? '')?.hostname ?? null;
  if (host === null || host === '') return null;
  return addressOf(host) ? { ip: host } : { hostname: hostOf(host) ?? host };
}

function siteOf({ tags, pathName, name }: Loose, tag: string): string | null {
  const tagged = textOf(looseListOf(tags).find((one) => textOf(one.name) === tag)?.value);
  const path = textOf(pathName);
  const group = path !== null && path !== textOf(name) ? (path.split(' / ')[0] ?? null) : null;
  return (tagged ?? group)?.slice(0, 200) ?? null;
}
