import { createHash } from 'node:crypto';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { addressOf, type ConnectorField, hostOf, instantOf, type Loose, looseOf, textOf } from '../core/index.ts';
import { labelsIn } from './json.ts';
import { kindFor, severityOf } from './severity.ts';

/** Which labels say what; the same for Alertmanager and Grafana, whose alerts are alike. */
export const LABEL_FIELDS: readonly ConnectorField[] = [
  {
    key: 'clientLabel',
    label: 'Label of the client',
    help: 'The label whose value says for which client an alert is. A value that is a client’s code is mapped by itself.',
    secret: false,
    required: false,
    type: 'text',
    default: 'client',
  },
  {
    key: 'deviceLabel',
    label: 'Label of the device',
    help: 'The label that holds the host, with or without a port.',
    secret: false,
    required: false,
    type: 'text',
    default: 'instance',
  },
  {
    key: 'severityLabel',
    label: 'Label of the severity',
    help: 'critical, high, warning, low or none; anything else is medium.',
    secret: false,
    required: false,
    type: 'text',
    default: 'severity',
  },
  {
    key: 'keyLabels',
    label: 'Labels that make an alert the same',
    help: 'Names with commas between. Left empty, all labels do: an alert to which a label is added is then another one.',
    secret: false,
    required: false,
    type: 'text',
  },
];

type Values = Readonly<Record<string, string>>;

const URL_BEFORE = /^[a-z][a-z0-9+.-]*:\/\//i;
/** The zero time stands for "not yet". */
const NOT_YET = /^0001-/;
const UTC = 'UTC';

/** What one alert of a group says; null where it says too little to be one. */
export function readLabelled(alert: Loose, values: Values, at: string): AlertReading | null {
  const labels = labelsIn(looseOf(alert.labels));
  const notes = labelsIn(looseOf(alert.annotations));
  const label = (field: string, usual: string) => textOf(labels[values[field] || usual]);
  const name = textOf(labels.alertname) ?? 'Alert';
  const externalId = keyOf(alert, labels, values.keyLabels ?? '');
  if (externalId === null) return null;
  const startedAt = instantOf(alert.startsAt, UTC) ?? at;
  const isOver = alert.status === 'resolved';
  const host = hostOfLabel(label('deviceLabel', 'instance'));
  const severity = severityOf(label('severityLabel', 'severity')) ?? 3;
  const summary = textOf(notes.summary) ?? textOf(notes.title) ?? textOf(notes.message);
  const description = textOf(notes.description);
  return {
    externalId,
    occurrence: startedAt,
    state: isOver ? 'resolved' : 'raised',
    severity,
    kind: kindFor(severity),
    condition: name.slice(0, 300),
    title: (summary ?? (host ? `${name} on ${host}` : name)).slice(0, 300),
    text: [description, linesOf(labels)].filter((part) => part !== null).join('\n\n'),
    device: host === null ? null : addressOf(host) ? { ip: host } : { hostname: hostOf(host) ?? host },
    site: label('clientLabel', 'client')?.slice(0, 200) ?? null,
    startedAt,
    endedAt: isOver ? endOf(alert.endsAt, at) : null,
    url: linkOf(alert),
  };
}

function keyOf(alert: Loose, labels: Record<string, string>, keyLabels: string): string | null {
  const names = keyLabels
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const fingerprint = textOf(alert.fingerprint);
  if (names.length === 0 && fingerprint !== null) return fingerprint.slice(0, 300);
  const chosen = (names.length > 0 ? names : Object.keys(labels).sort()).map((name) => [name, labels[name] ?? '']);
  if (chosen.length === 0) return null;
  return createHash('sha256').update(JSON.stringify(chosen)).digest('hex').slice(0, 32);
}

const endOf = (value: unknown, at: string) => (NOT_YET.test(textOf(value) ?? '') ? at : (instantOf(value, UTC) ?? at));

/** `srv1:9100`, `https://srv1/health` and `[::1]:9100` without what is not the host. */
function hostOfLabel(text: string | null): string | null {
  if (text === null) return null;
  if (URL_BEFORE.test(text)) return URL.parse(text)?.hostname.replace(/^\[|\]$/g, '') || null;
  if (addressOf(text)) return text;
  return /^\[([^\]]+)\]/.exec(text)?.[1] ?? text.replace(/:\d+$/, '');
}

const linesOf = (labels: Record<string, string>) =>
  Object.entries(labels)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

/** Where a person looks at it: at a chart before a rule, and only over HTTP. */
function linkOf(alert: Loose): string | null {
  const links = [alert.panelURL, alert.dashboardURL, alert.generatorURL].map(textOf);
  return links.find((link) => link !== null && /^https?:\/\//i.test(link)) ?? null;
}
