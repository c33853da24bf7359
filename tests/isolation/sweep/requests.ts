import { newId } from '#kernel/ids.ts';
import { aDay } from './billing.ts';
import { leaves, type Operation, type Place, placeName, type Schema } from './description.ts';
import { type Kind, meaningOf } from './vocabulary.ts';

export type Request = { method: Operation['method']; url: string; body?: object };

/** Values for some places, by the places' names; they are set even where the operation could do without. */
export type Fill = ReadonlyMap<string, string>;

/** Gives the value for a place that refers to something and has none in the fill. */
export type Own = (kind: Kind, place: string, operation: Operation) => Promise<string>;

/** Statuses that a ticket goes to because of what is said besides. */
const statusFor = (fill: Fill) =>
  [...fill.keys()].some((name) => name.endsWith('.duplicateOfId')) ? 'duplicate' : 'in_progress';

/** Fixed words where a made-up text would not do; a function makes a new one each time, for what must be unique. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  to: statusFor,
  timeZone: 'UTC',
  language: 'en',
  country: 'AU',
  region: '',
  shortcut: '',
  code: () => `Z${newId().slice(-9).toUpperCase().replaceAll('-', 'A')}`,
  key: () => `k${newId().replaceAll('-', '').slice(-12)}`,
  email: () => `${newId()}@people.example`,
  password: 'nine loud yellow ferries',
  token: 'a-token-that-nobody-was-ever-given',
  start: '2026-01-05',
  time: '08:00',
  handOverTime: '08:00',
  startsAt: '2027-01-01T00:00:00.000Z',
  endsAt: '2027-01-02T00:00:00.000Z',
  roleKeys: ['readonly'],
  host: 'localhost',
  fromAddress: 'desk@people.example',
  shared: false,
  allClients: false,
  // Hours round the clock never close.
  publicHolidays: false,
  currency: 'AUD',
  field: 'word',
  limit: 50,
  condition: '',
  kinds: ['incident'],
  who: ['assignee'],
  target: 'resolution',
  matrix: [
    [1, 2, 3],
    [2, 3, 4],
    [3, 4, 5],
  ],
};

const MACRO_STEPS = [{ tags: { add: ['swept'] } }];

/** The same for one operation alone: by a piece of its address and the place. A function makes a new one, too. */
const SAMPLES_AT: readonly (readonly [address: string, place: string, value: unknown])[] = [
  ['/watchers', 'body.kind', 'contact'],
  ['/practices/', 'path.key', 'problem'],
  ['/major-incidents/', 'body.to', 'declared'],
  ['/major-incidents', 'body.bridge', 'https://meet.example/swept'],
  ['/item-relations', 'body.kind', 'uses'],
  ['/items', 'body.classKey', 'server'],
  ['/snooze', 'body.until', '2099-01-01'],
  ['/items', 'body.attributes', { model: 'made up' }],
  ['/item-classes', 'body.parentKey', 'hardware'],
  ['/item-classes/', 'path.key', 'server'],
  ['/item-classes', 'body.attributes', []],
  ['/articles', 'body.visibility', 'chosen'],
  ['/diff', 'query.before', '1'],
  ['/diff', 'query.after', 'draft'],
  ['/services/', 'body.beganAt', '2026-01-05T09:00:00.000Z'],
  ['/services/', 'body.endedAt', '2026-01-05T10:00:00.000Z'],
  ['/outages/', 'body.beganAt', '2026-01-05T09:00:00.000Z'],
  ['/outages/', 'body.endedAt', '2026-01-05T10:00:00.000Z'],
  ['/availability', 'query.from', '2026-01-01T00:00:00.000Z'],
  ['/availability', 'query.until', '2026-02-01T00:00:00.000Z'],
  ['/service-offerings', 'body.calendar', 'always'],
  ['/clients/', 'body.calendar', 'always'],
  ['/macros', 'body.steps.[].watch.kind', 'contact'],
  ['/settings/', 'path.key', 'ticket.closing'],
  ['/lifecycles/', 'path.kind', 'change.standard'],
  ['/changes/', 'body.tasks.[].key', 'one'],
  ['/change-models', 'body.lifecycle', 'change.standard'],
  ['/change-models', 'body.tasks.[].key', 'one'],
  ['/changes/success', 'query.from', '2026-01-01'],
  ['/changes/success', 'query.until', '2027-12-31'],
  ['/settings', 'body.level', 'client'],
  ['/settings', 'query.level', 'client'],
  ['/settings', 'body.value', { closeAfterDays: 5, reopenDays: 14 }],
  ['/staff', 'body.allClients', false],
  ['/portal-address', 'body.host', 'help.example'],
  ['/identity-providers', 'body.emailDomains.[]', 'people.example'],
  ['/saml-providers', 'body.emailDomains.[]', 'people.example'],
  ['/mail-preview', 'body.text', '{{message}}'],
  ['/mail/mailboxes', 'body.address', 'desk@people.example'],
  ['/mail/mailboxes', 'body.since', '2026-01-05T00:00:00.000Z'],
  ['/connectors', 'body.provider', 'small'],
  ['/connectors', 'body.hook.networks.[]', '203.0.113.0/24'],
  ['/mail-domains', 'body.domains.[].domain', 'people.example'],
  ['/mail/dkim', 'body.domain', 'people.example'],
  ['/mail/dkim', 'path.selector', 'fettle-00000000'],
  ['/shifts', 'query.from', '2027-01-01T00:00:00.000Z'],
  ['/shifts', 'query.to', '2027-01-02T00:00:00.000Z'],
  ['/change-calendar', 'query.from', '2027-01-01T00:00:00.000Z'],
  ['/change-calendar', 'query.until', '2027-01-31T00:00:00.000Z'],
  ['/change-periods', 'body.fromAt', '2027-01-01T00:00:00.000Z'],
  ['/change-periods', 'body.untilAt', '2027-01-02T00:00:00.000Z'],
  ['/request/answers', 'body.version', 1],
  ['/problems', 'body.version', 1],
  ['/portal/delegations', 'body.untilAt', new Date(Date.now() + 86_400_000).toISOString()],
  ['/service-levels', 'query.from', '2026-01-01'],
  ['/service-levels', 'query.to', '2027-12-31'],
  ['/portal/company', 'query.from', '2026-01-01'],
  ['/portal/company', 'query.to', '2027-12-31'],
  ['/portal/access-log', 'query.from', '2026-01-01'],
  ['/portal/access-log', 'query.to', '2027-12-31'],
  ['/time', 'query.from', '2026-01-01'],
  ['/time', 'query.to', '2026-01-31'],
  ['/time', 'body.from', '2026-01-01'],
  ['/time', 'body.to', '2026-01-31'],
  ['/time-drafts', 'query.day', '2026-01-05'],
  ['/time-drafts', 'body.day', '2026-01-05'],
  ['/contracts', 'body.begins', '2026-01-01'],
  ['/what-if', 'body.lines.[].quantity', '2'],
  ['/what-if', 'body.lines.[].price', '20.50'],
  ['/what-if', 'body.lines.[].percent', '50'],
  ['/contracts/', 'body.kind', 'all_inclusive'],
  ['/contracts/', 'body.from', '2026-01-01'],
  ['/contracts/', 'body.quantity', '2'],
  ['/contracts/', 'body.price', '20.50'],
  ['/contract-templates', 'body.lines.[].kind', 'fixed'],
  ['/contract-templates', 'body.lines.[].quantity', '2'],
  ['/contract-templates', 'body.lines.[].price', '20.50'],
  ['/contract-templates', 'body.currency', 'AUD'],
  ['/tax-rates', 'body.percent', '5'],
  ['/rates', 'body.perHour', '180'],
  ['/rates', 'body.from', aDay],
  ['/staff-costs', 'body.perHour', '60'],
  ['/staff-costs', 'body.from', aDay],
  ['/products', 'body.prices.[].currency', 'AUD'],
  ['/products', 'query.currency', 'AUD'],
  ['/products', 'body.prices.[].price', '12.50'],
  ['/products', 'body.prices.[].cost', '8'],
  ['/portal/quotes/', 'body.consent', true],
  ['/portal/contracts/', 'body.consent', true],
  ['/quotes', 'body.validUntil', '2099-01-01'],
  ['/quotes', 'body.currency', 'AUD'],
  ['/quotes', 'body.lines.[].quantity', '2'],
  ['/quotes', 'body.lines.[].price', '20.50'],
  ['/quotes', 'body.lines.[].discount', '5'],
  ['/quotes', 'body.lines.[].cost', '12'],
  ['/quotes', 'body.lines.[].choice', 'optional'],
  ['/order-lines', 'body.state', 'ordered'],
  ['/order-lines', 'body.expectedOn', '2027-01-01'],
  ['/order-lines', 'body.cost', '12'],
  ['/margin', 'query.from', '2026-01-01'],
  ['/margin', 'query.until', '2027-01-01'],
  ['/charges', 'body.due', '2026-01-01'],
  ['/charges', 'body.quantity', '2'],
  ['/charges', 'body.price', '20.50'],
  ['/projects', 'body.starts', '2026-01-05'],
  ['/projects', 'body.budget', '2000.50'],
  ['/project-templates', 'body.plan', { phases: [], milestones: [] }],
  ['/projects', 'body.ends', '2026-01-06'],
  ['/vendor-lists', 'body.day', '2026-01-05'],
  ['/billing-preview', 'query.by', '2026-01-31'],
  ['/billing-runs', 'body.by', '2026-01-31'],
  ['/invoices/table', 'query.from', '2026-01-01'],
  ['/invoices/table', 'query.until', '2026-01-31'],
  ['/billing', 'body.version', 1],
  ['/billing', 'body.mail', 'bills@people.example'],
  ['/payments', 'body.paidOn', '2026-01-31'],
  ['/accounting/link', 'body.sendFrom', '2026-01-01'],
  ['/expenses', 'body.day', '2026-01-05'],
  ['/expenses', 'body.amount', 500],
  ['/pay-back', 'body.on', '2026-01-05'],
  ['/improvements', 'body.from', '2026-01-01'],
  ['/improvements', 'body.to', '2027-12-31'],
  ['/improvements/about', 'query.kind', 'ticket'],
  ['/improvements', 'body.source.kind', 'ticket'],
  ['/improvements', 'body.links.[].kind', 'ticket'],
  ['/value-streams', 'query.from', '2026-01-01'],
  ['/value-streams', 'query.to', '2027-12-31'],
  ['/satisfaction', 'query.from', '2026-01-01'],
  ['/satisfaction', 'query.to', '2027-12-31'],
  ['/escalation-paths', 'body.levels.[].targets.[].kind', 'assignee'],
];

/** Places that one's own request sets though the description lets them out: what the command asks for besides, unless another is set. */
const NEEDED: readonly (readonly [operation: string, place: string, unless?: string])[] = [
  ['POST /alert-rules', 'body.clientId', 'body.groupId'],
  ['POST /major-incidents', 'body.tickets'],
  ['POST /alert-rules/simulate', 'body.clientId', 'body.groupId'],
  ['POST /change-periods', 'body.clientId', 'body.groupId'],
  ['POST /rates', 'body.clientId'],
  ['POST /expenses', 'body.clientId', 'body.ticketId'],
  ['POST /expenses', 'body.amount'],
  ['GET /invoices/table', 'query.from', 'query.runId'],
  ['GET /invoices/table', 'query.until', 'query.runId'],
  ['POST /contracts/{id}/lines', 'body.quantity'],
  ['POST /contracts/{id}/lines', 'body.price'],
  ['POST /projects/{id}/tasks', 'body.title', 'body.ticketId'],
  ['POST /improvements', 'body.clientId'],
  ['POST /change-periods', 'body.fromAt'],
  ['POST /change-periods', 'body.untilAt'],
  ['POST /service-levels/policies', 'body.clientId'],
  ['POST /service-levels/policies/{id}/publish', 'body.discardDraft'],
  ['POST /service-levels/simulations', 'body.draft.policies.[].clientId'],
  ['POST /articles', 'body.visibility'],
  ['POST /articles', 'body.clientIds'],
  ['PUT /articles/{id}/visibility', 'body.clientIds'],
  ['PUT /catalogue-items/{catalogueItemId}/offers', 'body.clientId', 'body.groupId'],
  ['POST /bulk-changes', 'body.ids', 'body.filter'],
  ['POST /bulk-changes/preview', 'body.ids', 'body.filter'],
  ['POST /tickets/{idOrKey}/escalate', 'body.teamId'],
  ['POST /tickets/{idOrKey}/split', 'body.description'],
  ['POST /tickets/{idOrKey}/pages', 'body.pathId'],
  ['PUT /settings/{key}', 'body.id'],
  ['DELETE /settings/{key}', 'query.id'],
  ['GET /settings/{key}/affected', 'query.id'],
];

/** Where the version is not that of what the address names. */
const OF_ANOTHER = /\/request\/answers$|^\/problems|^\/clients\/\{id\}\/billing$/;

/** The version at which a thing stands, for a writer who has just read it. */
export type VersionOf = (kind: Kind, id: string) => Promise<number>;

/** The smallest request that the description allows, with the places of `fill` set besides. */
export async function requestFor(operation: Operation, own: Own, fill: Fill, versionOf: VersionOf): Promise<Request> {
  let version = 1;
  const needed = NEEDED.flatMap(([name, place, unless]) =>
    name === operation.name && !(unless && reaches([...fill.keys()], unless)) ? [place] : [],
  );
  const wants = (path: readonly string[], where: Place['in']) =>
    reaches([...fill.keys(), ...needed], [where, ...path].join('.'));
  const build = async (schema: Schema, place: Place): Promise<unknown> => {
    const name = placeName(place);
    const given = fill.get(name);
    if (given !== undefined) return given;
    const below = (key: string, inner: Schema) => build(inner, { ...place, path: [...place.path, key], schema: inner });
    if (schema.properties) {
      const wanted = Object.entries(schema.properties).filter(
        ([key]) => schema.required?.includes(key) || wants([...place.path, key], place.in),
      );
      const built: Record<string, unknown> = {};
      for (const [key, inner] of wanted) built[key] = await below(key, inner);
      return built;
    }
    const last = place.path.at(-1) ?? '';
    if (last === 'version' && !OF_ANOTHER.test(operation.url)) return version;
    const filled = wants(place.path, place.in);
    const special = SAMPLES_AT.find(([address, at]) => operation.url.includes(address) && at === name);
    const fixed = special
      ? sample(special[2], fill)
      : filled
        ? undefined
        : last === 'steps' && operation.url.startsWith('/macros')
          ? MACRO_STEPS
          : Object.hasOwn(SAMPLES, last)
            ? sample(SAMPLES[last], fill)
            : undefined;
    if (schema.items) {
      if (Array.isArray(fixed) && !filled) return fixed;
      return filled || (schema.minItems ?? 0) > 0 ? [await below('[]', schema.items)] : [];
    }
    const meaning = meaningOf(operation, place);
    if (meaning !== null && meaning !== 'text') return own(meaning, name, operation);
    if (fixed !== undefined) return fixed;
    if (schema.anyOf) {
      const variant = variantFor(schema.anyOf, place, [...fill.keys(), ...needed]);
      return build(variant, { ...place, schema: variant });
    }
    if (schema.enum) return schema.enum[0];
    const type = [schema.type].flat()[0];
    if (type === 'integer' || type === 'number') return Math.max(1, schema.minimum ?? 1);
    if (type === 'boolean') return true;
    if (type === 'object' || schema.type === undefined) return {};
    return `Swept ${newId().slice(-8)}`;
  };
  const query = new URLSearchParams();
  let { url } = operation;
  for (const { name, in: where, required, schema } of operation.parameters) {
    if (!required && !wants([name], where)) continue;
    const value = await build(schema, { in: where, path: [name], schema });
    const kind = meaningOf(operation, { in: where, path: [name], schema });
    if (where === 'path' && kind !== null && kind !== 'text') version = await versionOf(kind, String(value));
    if (where === 'path') url = url.replace(`{${name}}`, encodeURIComponent(String(value).toWellFormed()));
    else for (const one of [value].flat()) query.append(name, String(one));
  }
  const body = operation.body
    ? ((await build(operation.body, { in: 'body', path: [], schema: operation.body })) as object)
    : null;
  return { method: operation.method, url: `${url}${query.size ? `?${query}` : ''}`, ...(body ? { body } : {}) };
}

const sample = (value: unknown, fill: Fill) =>
  typeof value === 'function' ? (value as (fill: Fill) => unknown)(fill) : value;

/** The variant of a union that has a place which is asked for; the first one where none is. */
function variantFor(variants: readonly Schema[], place: Place, names: readonly string[]): Schema {
  const inner = (schema: Schema) => leaves({ ...place, schema }).map(placeName);
  return variants.find((one) => inner(one).some((name) => names.includes(name))) ?? variants[0] ?? {};
}

/** Whether one of the names is this place or one inside it. */
function reaches(names: readonly string[], start: string): boolean {
  return names.some((name) => name === start || name.startsWith(`${start}.`));
}
