import { compileExpression, type Expression, evaluateExpression } from '#kernel/expression.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import {
  addressOf,
  type ConnectorField,
  hostOf,
  instantOf,
  type Provider,
  ProviderFault,
  textOf,
} from '../core/index.ts';
import { objectIn } from './json.ts';
import { kindFor, severityOf } from './severity.ts';
import { WEBHOOK_ONLY } from './webhook-only.ts';

const MOST_ITEMS = 1_000;
const UTC = 'UTC';

const expression = (
  key: string,
  label: string,
  help: string,
  more: { required?: boolean; default?: string } = {},
): ConnectorField => ({
  ...{ key, label, help, secret: false, required: more.required ?? false, type: 'text' as const },
  ...(more.default === undefined ? {} : { default: more.default }),
});

/** What each part of an alert is, as an expression in CEL over `body`, and `item` where there is a list. */
const FIELDS: readonly ConnectorField[] = [
  expression(
    'items',
    'List of alerts',
    'Such as body.alerts. Left empty, the body is one alert, and item is the body.',
  ),
  expression('externalId', 'Id', 'The same when the same alert is over or is raised again.', {
    required: true,
    default: 'item.id',
  }),
  expression('state', 'State', '"raised", "updated" or "resolved"; a yes or no works as well: yes is raised.', {
    required: true,
    default: 'item.status == "resolved" ? "resolved" : "raised"',
  }),
  expression('title', 'Title', 'What people read first.', { required: true, default: 'item.title' }),
  expression('text', 'Text', ''),
  expression('severity', 'Severity', '1 to 5, or a word such as critical, high, warning, low. Anything else is 3.'),
  expression('condition', 'Condition', 'What is wrong, the same each time. Left empty, the title is.'),
  expression('host', 'Device', 'A host name or an address.'),
  expression('site', 'Client', 'What names the client. A value that is a client’s code is mapped by itself.'),
  expression('startedAt', 'Began at', 'ISO 8601, or seconds since 1970. Left empty, when it came.'),
  expression(
    'occurrence',
    'Which time',
    'The same for a raise and its end. Left empty, an end ends what began before it.',
  ),
  expression('url', 'Address', 'Where a person looks at it.'),
];

type Values = Readonly<Record<string, string>>;

/** Any system that can send JSON: what it says is picked out by expressions. */
export const webhookProvider: Provider = {
  key: 'webhook',
  name: 'Any other system (webhook)',
  kind: 'monitor',
  abilities: WEBHOOK_ONLY,
  fields: FIELDS,
  check: ({ values }) =>
    FIELDS.flatMap(({ key }) => {
      const text = values[key];
      const compiled = text ? compileExpression(text, ['body', 'item'], key) : null;
      return compiled && !compiled.ok ? compiled.errors.map(({ message }) => ({ field: key, message })) : [];
    }),
  receive(body, _headers, values, at) {
    const told = objectIn(body, 'Send JSON.');
    const expressions = compiled(values);
    return { alerts: itemsIn(expressions, told).map((item) => readItem(expressions, told, item, at)), look: [] };
  },
};

const known = new WeakMap<Values, ReadonlyMap<string, Expression>>();

function compiled(values: Values): ReadonlyMap<string, Expression> {
  const before = known.get(values);
  if (before) return before;
  const made = new Map<string, Expression>();
  for (const { key } of FIELDS) {
    const read = values[key] ? compileExpression(values[key], ['body', 'item'], key) : null;
    if (read?.ok) made.set(key, read.expression);
  }
  known.set(values, made);
  return made;
}

function itemsIn(expressions: ReadonlyMap<string, Expression>, body: unknown): unknown[] {
  const list = expressions.get('items');
  if (!list) return [body];
  const found = evaluateExpression(list, { body, item: null });
  if (!found.ok) throw new ProviderFault('malformed', `“List of alerts” finds nothing in this: ${found.error}`);
  if (!Array.isArray(found.value)) throw new ProviderFault('malformed', '“List of alerts” finds no list in this.');
  if (found.value.length > MOST_ITEMS)
    throw new ProviderFault('malformed', `The list has more than ${MOST_ITEMS} alerts.`);
  return found.value;
}

function readItem(
  expressions: ReadonlyMap<string, Expression>,
  body: unknown,
  item: unknown,
  at: string,
): AlertReading {
  const found = (key: string): unknown => {
    const one = expressions.get(key);
    const result = one ? evaluateExpression(one, { body, item }) : null;
    return result?.ok ? result.value : null;
  };
  const needed = (key: string): unknown => {
    const one = expressions.get(key);
    const found = one ? evaluateExpression(one, { body, item }) : null;
    if (found?.ok && found.value !== null && found.value !== '') return found.value;
    const label = FIELDS.find((field) => field.key === key)?.label ?? key;
    throw new ProviderFault(
      'malformed',
      `“${label}” finds nothing in this${found && !found.ok ? `: ${found.error}` : ''}.`,
    );
  };
  const said = (key: string) => textOf(found(key));
  const externalId = textOf(needed('externalId'));
  const title = textOf(needed('title'));
  if (externalId === null || title === null)
    throw new ProviderFault('malformed', '“Id” and “Title” must come out as text or a number.');
  const state = stateOf(needed('state'));
  const severity = severityOf(said('severity')) ?? 3;
  const host = said('host');
  const startedAt = instantIn(found('startedAt')) ?? at;
  const url = said('url');
  return {
    externalId: externalId.slice(0, 300),
    occurrence: said('occurrence')?.slice(0, 300) ?? '',
    state,
    severity,
    kind: kindFor(severity),
    condition: (said('condition') ?? title).slice(0, 300),
    title: title.slice(0, 300),
    text: said('text') ?? '',
    device: host === null ? null : addressOf(host) ? { ip: host } : { hostname: hostOf(host) ?? host },
    site: said('site')?.slice(0, 200) ?? null,
    startedAt,
    endedAt: state === 'resolved' ? at : null,
    url: url !== null && /^https?:\/\//i.test(url) ? url : null,
    saidAt: at,
  };
}

function stateOf(value: unknown): AlertReading['state'] {
  if (value === true) return 'raised';
  if (value === false) return 'resolved';
  if (value === 'raised' || value === 'updated' || value === 'resolved') return value;
  throw new ProviderFault('malformed', '“State” came out as something else than raised, updated, resolved, yes or no.');
}

/** ISO 8601 (UTC where it names no zone), or seconds or milliseconds since 1970. */
function instantIn(value: unknown): string | null {
  if (typeof value !== 'number') return instantOf(value, UTC);
  const ms = value > 1e11 ? value : value * 1000;
  return ms > 0 && ms < 8.64e15 ? new Date(ms).toISOString() : null;
}
