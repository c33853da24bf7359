import type { SimulatedDevice, SimulatedSite } from '../estate/types.ts';
import type { Ask, Reply, SimulatedVendor, Tools } from '../vendor.ts';
import { issueRecord, openIssues, pushOf } from './issues.ts';
import { customerId, deviceId, ORGANISATION, SERVER_ZONE, siteId } from './numbers.ts';
import { assetsRecord, customerRecord, deviceRecord, hasAssets, lifecycleRecord, siteRecord } from './records.ts';

const JWT = 'made-up.json-web-token.of-the-simulator';
const ACCESS_SECONDS = 3_600;
const REFRESH_SECONDS = 90_000;
const USUAL_PAGE = 50;
const MOST_A_PAGE = 200;
/** Calls at once that an endpoint bears. */
const MOST_AT_ONCE = 3;

/** The REST API of N-central, and its two ways to call others; see the reference of integrations, section 2. */
export const nCentral: SimulatedVendor = { key: 'n-central', name: 'N-able N-central', basePath: '', open };

function open({ world, tokens, betweenPages }: Tools) {
  const refuse = (status: number, message: string): Reply => ({ status, body: { status, message } });
  const notFound = refuse(404, 'Not found');

  const give = (): Reply => {
    const access = {
      token: tokens.give('access', ACCESS_SECONDS * 1000),
      type: 'Bearer',
      expirySeconds: ACCESS_SECONDS,
    };
    const refresh = {
      ...{ token: tokens.give('refresh', REFRESH_SECONDS * 1000), type: 'Bearer', expirySeconds: REFRESH_SECONDS },
    };
    return { status: 200, body: { tokens: { access, refresh } } };
  };
  const bearerOf = ({ headers }: Ask) => /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1] ?? '';
  const auth = (ask: Ask): Reply => {
    if (ask.path === '/api/auth/validate')
      return tokens.isGood('access', bearerOf(ask)) ? { status: 200, body: {} } : refuse(401, 'Invalid token');
    if (ask.method !== 'POST') return refuse(405, 'Method not allowed');
    if (ask.path === '/api/auth/authenticate')
      return bearerOf(ask) === JWT ? give() : refuse(401, 'Authentication failed');
    if (ask.path !== '/api/auth/refresh') return notFound;
    const told = bearerOf(ask) || ask.body.toString().trim();
    return tokens.isGood('refresh', told) ? give() : refuse(401, 'Invalid refresh token');
  };

  const page = <I>(ask: Ask, items: readonly I[], show: (item: I) => unknown): Reply => {
    const number = Number(ask.query.get('pageNumber') ?? 1);
    const wanted = Number(ask.query.get('pageSize') ?? USUAL_PAGE);
    if (!Number.isInteger(number) || number < 1) return refuse(400, 'pageNumber must be at least 1');
    if (!Number.isInteger(wanted) || wanted < 1 || wanted > MOST_A_PAGE)
      return refuse(400, `pageSize must be between 1 and ${MOST_A_PAGE}`);
    const size = Math.min(wanted, world.switches.pageSize ?? MOST_A_PAGE);
    const totalPages = Math.ceil(items.length / size);
    const data = items.slice((number - 1) * size, number * size).map(show);
    const link = (to: number) =>
      to >= 1 && to <= totalPages
        ? `${world.switches.linkOrigin ?? ''}${ask.path}?pageNumber=${to}&pageSize=${size}`
        : null;
    if (number < totalPages) betweenPages();
    return {
      status: 200,
      body: {
        ...{ data, pageNumber: number, pageSize: size, itemCount: data.length, totalItems: items.length, totalPages },
        _links: {
          ...{
            firstPage: link(1),
            previousPage: link(number - 1),
            nextPage: link(number + 1),
            lastPage: link(totalPages),
          },
        },
        _warning: 'This endpoint is in preview.',
      },
    };
  };

  const unit = (ask: Ask, id: number, what: string | undefined): Reply => {
    if (what !== 'active-issues') return notFound;
    if (id === ORGANISATION) return refuse(400, 'Only a customer or a site has active issues');
    const isWithin = (site: SimulatedSite) => customerId(site) === id || siteId(site) === id;
    if (!world.sites.some(isWithin)) return notFound;
    const issues = openIssues(world).filter(({ device }) => isWithin(device.site));
    return page(ask, issues, (alert) => issueRecord(alert, world));
  };
  const ofDevice = (device: SimulatedDevice, rest: string): Reply => {
    if (rest === '') return { status: 200, body: { data: deviceRecord(device, world) } };
    if (rest === 'assets')
      return hasAssets(device) ? { status: 200, body: { data: assetsRecord(device) } } : refuse(404, 'No asset info');
    return rest === 'assets/lifecycle-info' ? { status: 200, body: { data: lifecycleRecord(device) } } : notFound;
  };
  const read = (ask: Ask, [what, id = '', ...rest]: readonly string[]): Reply => {
    switch (what) {
      case 'service-orgs':
        return page(ask, [{ soId: ORGANISATION, soName: 'North MSP', parentId: 1 }], (one) => one);
      case 'customers':
        return page(ask, world.sites, customerRecord);
      case 'sites':
        return page(
          ask,
          world.sites.filter((site) => siteId(site) !== null),
          siteRecord,
        );
      case 'org-units':
        return unit(ask, Number(id), rest[0]);
      case 'devices': {
        if (id === '') return page(ask, world.devices, (device) => deviceRecord(device, world));
        const device = world.devices.find((one) => deviceId(one) === Number(id));
        return device ? ofDevice(device, rest.join('/')) : notFound;
      }
      default:
        return notFound;
    }
  };

  return {
    credentials: [
      { key: 'jwt', label: 'JSON web token of the API user', value: JWT },
      { key: 'zone', label: 'Time zone of the N-central server', value: SERVER_ZONE },
    ],
    refusal: (status: number): Reply => refuse(status, status === 429 ? 'Too many requests' : 'Internal error'),
    push: pushOf,
    answer(ask: Ask): Reply {
      if (world.switches.limits && ask.atOnce > MOST_AT_ONCE) return refuse(429, 'Too many concurrent requests');
      const [root, ...rest] = ask.path.split('/').slice(1);
      if (root !== 'api') return notFound;
      if (rest[0] === 'health') return { status: 200, body: { currentTime: new Date(world.now()).toISOString() } };
      if (rest[0] === 'auth') return auth(ask);
      if (!tokens.isGood('access', bearerOf(ask))) return refuse(401, 'Access token expired');
      if (ask.method !== 'GET') return refuse(405, 'Method not allowed');
      if (rest[0] === 'server-info')
        return { status: 200, body: { ncentral: '2026.3.1.12', version: '2026.3.1.12', soapVersion: 'API2' } };
      return read(ask, rest);
    },
  };
}
