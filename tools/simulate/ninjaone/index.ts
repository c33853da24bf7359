import type { SimulatedAlert } from '../estate/types.ts';
import type { Ask, Push, PushTarget, Reply, SimulatedVendor, Tools } from '../vendor.ts';
import { alertRecord, openActivities } from './activities.ts';
import { filtered, openQueries } from './queries.ts';
import { deviceRecord, idOf, locationRecord, organizationId, organizationRecord } from './records.ts';
import { openScripts } from './scripts.ts';
import { type Webhook, webhookFrom } from './webhook.ts';

const ID = 'fettle-demo-client-id';
const SECRET = 'made-up-client-secret-of-the-simulator';
const TOKEN_LIFE_MS = 3_600_000;
const MOST_A_PAGE = 1_000;
const SCOPES = ['monitoring', 'management', 'control'];

/** NinjaOne's public API v2; see the reference of integrations, section 4. */
export const ninjaOne: SimulatedVendor = { key: 'ninjaone', name: 'NinjaOne', basePath: '', open };

function open({ world, tokens, betweenPages }: Tools) {
  const refuse = (status: number, errorMessage: string): Reply => ({
    status,
    body: { resultCode: 'FAILURE', errorMessage, incidentId: 'simulated' },
  });
  const activities = openActivities(world);
  const scripts = openScripts(world, activities, refuse);
  const query = openQueries(world, refuse);
  const scopes = new Map<string, readonly string[]>();
  let webhook: Webhook | null = null;
  const notFound = refuse(404, 'Not found');

  const token = ({ method, headers, body }: Ask): Reply => {
    if (method !== 'POST' || !headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
      return { status: 415, body: { error: 'unsupported_media_type' } };
    const form = new URLSearchParams(body.toString());
    const asked = (form.get('scope') ?? '').split(' ');
    if (form.get('grant_type') !== 'client_credentials')
      return { status: 400, body: { error: 'unsupported_grant_type' } };
    if (form.get('client_id') !== ID || form.get('client_secret') !== SECRET)
      return { status: 401, body: { error: 'invalid_client', error_description: 'Client authentication failed' } };
    if (asked.some((scope) => !SCOPES.includes(scope))) return { status: 400, body: { error: 'invalid_scope' } };
    const access_token = tokens.give('access', TOKEN_LIFE_MS);
    scopes.set(access_token, asked);
    return { status: 200, body: { access_token, expires_in: 3_600, scope: asked.join(' '), token_type: 'Bearer' } };
  };

  /** A bare list, from behind the id that is named. */
  const list = <I>(
    { query: params }: Ask,
    items: readonly I[],
    id: (item: I) => number,
    show: (item: I) => unknown,
  ) => {
    const size = pageSizeOf(params);
    const after = Number(params.get('after') ?? 0);
    if (size === null || !Number.isInteger(after)) return refuse(400, `pageSize must be 1 to ${MOST_A_PAGE}`);
    const left = items.filter((item) => id(item) > after);
    if (left.length > size) betweenPages();
    return { status: 200, body: left.slice(0, size).map(show) };
  };
  const pageSizeOf = (params: URLSearchParams): number | null => {
    const asked = Number(params.get('pageSize') ?? 100);
    if (!Number.isInteger(asked) || asked < 1 || asked > MOST_A_PAGE) return null;
    return Math.min(asked, world.switches.pageSize ?? MOST_A_PAGE);
  };

  const feed = ({ query: params }: Ask): Reply => {
    const size = pageSizeOf(params);
    if (size === null) return refuse(400, 'Invalid pageSize');
    const [newer, older] = world.switches.otherWay ? ['olderThan', 'newerThan'] : ['newerThan', 'olderThan'];
    const from = params.get(newer ?? '');
    const to = params.get(older ?? '');
    const found = activities.all.filter(
      ({ id }) => (from === null || id > Number(from)) && (to === null || id < Number(to)),
    );
    // Those that follow an id come in their order, others from the newest back.
    const page = from === null ? found.toReversed().slice(0, size) : found.slice(0, size);
    return { status: 200, body: { lastActivityId: activities.all.at(-1)?.id ?? 0, activities: page } };
  };

  const device = (ask: Ask, id: string, rest: readonly string[]): Reply => {
    const found = world.device(Number(id) - 40);
    if (!found) return notFound;
    const [what, more] = rest;
    if (ask.method === 'GET' && what === undefined) return { status: 200, body: deviceRecord(found, world) as object };
    if (ask.method === 'GET' && what === 'activities')
      return {
        status: 200,
        body: {
          lastActivityId: activities.all.at(-1)?.id ?? 0,
          activities: activities.all.filter(({ deviceId }) => deviceId === idOf(found)).toReversed(),
        },
      };
    if (ask.method === 'GET' && what === 'scripting' && more === 'options') return scripts.options();
    if (ask.method !== 'POST' || what !== 'script' || more !== 'run') return notFound;
    return json(ask, (told) => scripts.run(found, told));
  };

  const json = (ask: Ask, work: (told: Readonly<Record<string, unknown>>) => Reply): Reply => {
    if (!ask.headers['content-type']?.startsWith('application/json')) return refuse(415, 'Unsupported media type');
    try {
      return work(JSON.parse(ask.body.toString()) as Readonly<Record<string, unknown>>);
    } catch {
      return refuse(400, 'Malformed JSON');
    }
  };

  const read = (ask: Ask, [what = '', id = '', ...rest]: readonly string[]): Reply => {
    const own = <I>(items: readonly I[], number: (item: I) => number, show: (item: I) => unknown) =>
      list(ask, items, number, show);
    switch (what) {
      case 'organizations':
      case 'organizations-detailed':
        return own(world.sites, organizationId, organizationRecord);
      case 'locations':
        return own(world.sites, (site) => locationRecord(site).id, locationRecord);
      case 'devices':
      case 'devices-detailed': {
        const devices = filtered(world.devices, ask.query.get('df'));
        return devices === null
          ? refuse(400, 'Invalid device filter')
          : own(devices, idOf, (one) => deviceRecord(one, world));
      }
      case 'device':
        return device(ask, id, rest);
      case 'alerts':
        return {
          status: 200,
          body: world.alerts.filter((alert) => alert.resolvedAt === null).map((alert) => alertRecord(alert, world)),
        };
      case 'activities':
        return feed(ask);
      case 'queries': {
        const size = pageSizeOf(ask.query);
        return size === null ? refuse(400, 'Invalid pageSize') : query(id, ask.query, size);
      }
      default:
        return notFound;
    }
  };

  const write = (ask: Ask, [what, id = '', verb]: readonly string[]): Reply => {
    if (what === 'device') return device(ask, id, ask.path.split('/').slice(4));
    if (what === 'webhook' && ask.method === 'DELETE') {
      webhook = null;
      return { status: 204 };
    }
    if (what === 'webhook' && ask.method === 'PUT')
      return json(ask, (told) => {
        const wanted = webhookFrom(told);
        if (typeof wanted === 'string') return refuse(400, wanted);
        webhook = wanted;
        return { status: 204 };
      });
    const alert = what === 'alert' ? world.alertByUid(id) : undefined;
    if (!alert || ask.method !== 'POST' || verb !== 'reset') return notFound;
    return json(ask, () => {
      world.resolve(alert, 'API');
      return { status: 204 };
    });
  };

  return {
    credentials: [
      { key: 'clientId', label: 'Client id', value: ID },
      { key: 'clientSecret', label: 'Client secret', value: SECRET },
    ],
    refusal: (status: number): Reply => refuse(status, status === 429 ? 'Too many requests' : 'Internal error'),
    target: () => webhook?.target ?? null,
    push(alert: SimulatedAlert, _change: 'raised' | 'resolved', { url, secret }: PushTarget): Push {
      const { site, hostname } = alert.device;
      const body = {
        ...activities.all.findLast(({ seriesUid }) => seriesUid === alert.uid),
        device: { id: idOf(alert.device), systemName: hostname, organizationId: organizationId(site) },
        organization: { id: organizationId(site), name: site.name },
      };
      return {
        url,
        headers: { 'content-type': 'application/json', 'X-Fettle-Secret': secret },
        body: JSON.stringify(body),
      };
    },
    answer(ask: Ask): Reply {
      scripts.settle();
      if (ask.path === '/ws/oauth/token') return token(ask);
      const [version, ...rest] = ask.path.split('/').slice(1);
      if (version !== 'v2') return notFound;
      const bearer = /^Bearer (.+)$/.exec(ask.headers['authorization'] ?? '')?.[1] ?? '';
      if (!tokens.isGood('access', bearer)) return refuse(401, 'Access token is invalid or has expired');
      const needs = ask.method === 'GET' ? 'monitoring' : rest[2] === 'script' ? 'control' : 'management';
      if (!scopes.get(bearer)?.includes(needs)) return refuse(403, `The scope ${needs} is missing`);
      return ask.method === 'GET' ? read(ask, rest) : write(ask, rest);
    },
  };
}
