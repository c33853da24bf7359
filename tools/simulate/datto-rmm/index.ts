import type { SimulatedDevice } from '../estate/types.ts';
import type { Ask, Reply, SimulatedVendor, Tools } from '../vendor.ts';
import { alertRecord, pushOf } from './alert-records.ts';
import { COMPONENTS, openJobs } from './jobs.ts';
import { openLimits, READS, WRITES } from './limits.ts';
import { auditRecord, deviceClassOf, deviceRecord, otherAuditRecord, siteRecord, softwareRecords } from './records.ts';

const KEY = 'FETTLEDEMOKEY7XQ2';
const SECRET = 'made-up-secret-of-the-simulator';
const TOKEN_LIFE_MS = 360_000_000;
const MOST_A_PAGE = 250;
/** Reads a minute where nothing is limited. */
const UNLIMITED = 1_000_000;
const CLIENT = `Basic ${Buffer.from('public-client:public').toString('base64')}`;

/** Datto RMM API v2; see the reference of integrations, section 1. The first page is 0 here. */
export const dattoRmm: SimulatedVendor = { key: 'datto', name: 'Datto RMM', basePath: '', open };

function open({ world, tokens, origin, betweenPages }: Tools) {
  const limits = openLimits(world.now);
  const refuse = (status: number, message: string): Reply => ({ status, body: { message } });
  const jobs = openJobs(world.now, refuse);
  const notFound = refuse(404, 'The resource was not found');

  const token = ({ method, headers, body }: Ask): Reply => {
    if (method !== 'POST' || !headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
      return { status: 415, body: { error: 'unsupported_media_type' } };
    if (headers['authorization'] !== CLIENT)
      return { status: 401, body: { error: 'unauthorized', error_description: 'Full authentication is required' } };
    const form = new URLSearchParams(body.toString());
    if (form.get('grant_type') !== 'password' || form.get('username') !== KEY || form.get('password') !== SECRET)
      return { status: 400, body: { error: 'invalid_grant', error_description: 'Bad credentials' } };
    const access_token = tokens.give('access', TOKEN_LIFE_MS);
    return { status: 200, body: { access_token, token_type: 'bearer', expires_in: 360_000, scope: 'any' } };
  };

  const page = <I>({ path, query }: Ask, key: string, items: readonly I[], show: (item: I) => unknown): Reply => {
    const max = Number(query.get('max') ?? MOST_A_PAGE);
    const number = Number(query.get('page') ?? 0);
    if (!Number.isInteger(max) || max < 1 || max > MOST_A_PAGE)
      return refuse(400, `max must be between 1 and ${MOST_A_PAGE}`);
    if (!Number.isInteger(number) || number < 0) return refuse(400, 'page must not be negative');
    const size = Math.min(max, world.switches.pageSize ?? MOST_A_PAGE);
    const part = items.slice(number * size, (number + 1) * size);
    const link = (to: number) => {
      const params = new URLSearchParams(query);
      params.set('page', String(to));
      return `${world.switches.linkOrigin ?? origin}${path}?${params}`;
    };
    const hasMore = (number + 1) * size < items.length;
    const pageDetails = {
      count: part.length,
      totalCount: items.length,
      prevPageUrl: number > 0 ? link(number - 1) : null,
      nextPageUrl: hasMore ? link(number + 1) : null,
    };
    if (hasMore) betweenPages();
    return { status: 200, body: { pageDetails, [key]: part.map(show) } };
  };
  const devicePage = (ask: Ask, devices: readonly SimulatedDevice[]) =>
    page(ask, 'devices', devices, (device) => deviceRecord(device, world));
  const alertPage = (ask: Ask, state: string | undefined, of: (device: SimulatedDevice) => boolean) => {
    const found = world.alerts.filter(
      (alert) => (alert.resolvedAt === null) === (state === 'open') && of(alert.device),
    );
    return page(ask, 'alerts', found.toReversed(), (alert) => alertRecord(alert, world));
  };

  const read = (ask: Ask, [what, id = '', ...rest]: readonly string[]): Reply => {
    switch (what) {
      case 'account':
        return account(ask, id, rest);
      case 'site': {
        const site = world.sites.find(({ uid }) => uid === id);
        if (!site) return notFound;
        const own = (device: SimulatedDevice) => device.site === site;
        if (rest[0] === 'devices') return devicePage(ask, world.devices.filter(own));
        if (rest[0] === 'alerts') return alertPage(ask, rest[1], own);
        return rest.length > 0 ? notFound : { status: 200, body: siteRecord(site, world.devices) };
      }
      case 'device': {
        const device = world.deviceByUid(id);
        if (!device) return notFound;
        if (rest[0] === 'alerts') return alertPage(ask, rest[1], (one) => one === device);
        return rest.length > 0 ? notFound : { status: 200, body: deviceRecord(device, world) as object };
      }
      case 'audit':
        return audit(ask, id, rest);
      case 'alert': {
        const alert = world.alertByUid(id);
        return alert && rest.length === 0 ? { status: 200, body: alertRecord(alert, world) } : notFound;
      }
      case 'job':
        return jobs.read([id, ...rest]);
      default:
        return notFound;
    }
  };

  const account = (ask: Ask, what: string, rest: readonly string[]): Reply => {
    if (what === '')
      return {
        status: 200,
        body: {
          ...{ id: 1, uid: 'mer1f2a', name: 'Harbour IT', currency: 'AUD' },
          descriptor: { billingEmail: null, deviceLimit: 50_000, timeZone: 'Australia/Sydney' },
          devicesStatus: { numberOfDevices: world.devices.length },
        },
      };
    if (what === 'sites') return page(ask, 'sites', world.sites, (site) => siteRecord(site, world.devices));
    if (what === 'devices') return devicePage(ask, world.devices);
    if (what === 'alerts') return alertPage(ask, rest[0], () => true);
    return what === 'components' ? page(ask, 'components', COMPONENTS, (one) => one) : notFound;
  };

  const audit = (ask: Ask, what: string, [uid = '', part]: readonly string[]): Reply => {
    const device = world.deviceByUid(uid);
    if (!device) return notFound;
    const type = deviceClassOf(device);
    if (what === 'printer' || what === 'esxihost')
      return what === type ? { status: 200, body: otherAuditRecord(device) } : refuse(400, `Not a ${what}`);
    if (what !== 'device' || type === 'printer' || type === 'esxihost') return refuse(400, 'Wrong class of device');
    return part === 'software'
      ? page(ask, 'software', softwareRecords(device), (one) => one)
      : { status: 200, body: auditRecord(device) };
  };

  const write = (ask: Ask, [what, uid = '', verb]: readonly string[]): Reply => {
    if (ask.method === 'POST' && what === 'alert' && verb === 'resolve') {
      const alert = world.alertByUid(uid);
      if (!alert) return notFound;
      world.resolve(alert, 'API user');
      return { status: 200, body: null };
    }
    const device = world.deviceByUid(uid);
    if (ask.method !== 'PUT' || what !== 'device' || verb !== 'quickjob') return notFound;
    if (!device) return notFound;
    if (ask.headers['content-type'] !== 'application/json') return refuse(415, 'Content type must be application/json');
    try {
      return jobs.begin(device, JSON.parse(ask.body.toString()));
    } catch {
      return refuse(400, 'Malformed JSON');
    }
  };

  const system = (what: string | undefined): Reply => {
    if (what === 'pagination') return { status: 200, body: { max: MOST_A_PAGE } };
    if (what !== 'request_rate') return notFound;
    return {
      status: 200,
      body: {
        ...{ slidingTimeWindowSizeSeconds: 60, accountUid: 'mer1f2a', accountCount: limits.reads },
        ...{
          accountRateLimit: world.switches.limits ? READS : UNLIMITED,
          accountCutOffRatio: 1,
          accountWriteRateLimit: 600,
          accountWriteCount: 0,
        },
        operationWriteStatus: { 'device-quickjob': { limit: WRITES, count: 0 } },
      },
    };
  };

  return {
    credentials: [
      { key: 'apiKey', label: 'API key', value: KEY },
      { key: 'apiSecret', label: 'API secret key', value: SECRET },
    ],
    refusal: (status: number): Reply =>
      refuse(status, status === 429 ? 'Rate limit exceeded' : 'Internal server error'),
    push: pushOf,
    answer(ask: Ask): Reply {
      const [root, version, ...rest] = ask.path.split('/').slice(1);
      const isRead = ask.method === 'GET';
      const judged = world.switches.limits ? limits.judge(isRead ? 'read' : `${rest[0]}-${rest[2] ?? ''}`) : null;
      if (judged === 403) return { status: 403, body: '<html><h1>403 Forbidden</h1></html>' };
      if (judged === 429) return refuse(429, 'Rate limit exceeded');
      if (ask.path === '/auth/oauth/token') return token(ask);
      if (root !== 'api' || version !== 'v2') return notFound;
      if (rest[0] === 'system' && rest[1] === 'status')
        return { status: 200, body: { status: 'OK', version: '2.0.0' } };
      const bearer = /^Bearer (.+)$/.exec(ask.headers['authorization'] ?? '')?.[1] ?? '';
      if (!tokens.isGood('access', bearer))
        return { status: 401, body: { error: 'invalid_token', error_description: 'Access token expired' } };
      if (rest[0] === 'system') return system(rest[1]);
      return isRead ? read(ask, rest) : write(ask, rest);
    },
  };
}
