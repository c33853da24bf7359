import type { SimulatedDevice } from '../estate/types.ts';
import type { Ask, Reply, SimulatedVendor, Tools } from '../vendor.ts';
import { conditionFrom } from './condition.ts';
import { isComputer, SERVER_ZONE } from './numbers.ts';
import {
  alertRecord,
  chassisRecord,
  computerRecord,
  locationRecord,
  networkDeviceRecord,
  resultRecord,
  softwareRecords,
  type Told,
} from './records.ts';
import { openScripts, SCRIPTS } from './scripts.ts';

const ROOT = '/cwa/api/v1';
const CLIENT_ID = '6b2f0c1e-3d4a-4f5b-8c6d-7e8f9a0b1c2d';
const USER = 'fettle-api';
const PASSWORD = 'made-up-password-of-the-simulator';
/** Whoever signs in by this name is asked for a second factor. */
const USER_WITH_FACTOR = 'fettle-api-2fa';
const TOKEN_LIFE_MS = 4 * 3_600_000;
const USUAL_PAGE = 25;
const MOST_A_PAGE = 1_000;

/** ConnectWise Automate's REST API; see the reference of integrations, section 3. It pushes nothing by itself. */
export const automate: SimulatedVendor = { key: 'automate', name: 'ConnectWise Automate', basePath: '', open };

const asIs = (record: Told): Told => record;

function open({ world, tokens, betweenPages }: Tools) {
  const refuse = (status: number, message: string): Reply => ({
    status,
    body: { code: String(status), message, errors: [{ message }] },
  });
  const notFound = refuse(404, 'The resource does not exist');
  const scripts = openScripts(world.now);

  const jsonIn = ({ headers, body }: Ask): unknown => {
    if (!headers['content-type']?.startsWith('application/json')) return undefined;
    try {
      return JSON.parse(body.toString());
    } catch {
      return undefined;
    }
  };
  const give = (): Reply => ({
    status: 200,
    body: {
      ...{ AccessToken: tokens.give('access', TOKEN_LIFE_MS), TokenType: 'bearer', UserId: 'f1c4' },
      ExpirationDate: new Date(world.now() + (world.switches.tokenLifeMs ?? TOKEN_LIFE_MS)).toISOString(),
      ...{ AbsoluteExpirationDate: null, IsTwoFactorRequired: false, IsInternalTwoFactorRequired: false },
    },
  });
  const signIn = (ask: Ask): Reply => {
    const { UserName, Password } = (jsonIn(ask) ?? {}) as Told;
    if (UserName === USER_WITH_FACTOR && Password === PASSWORD)
      return { status: 200, body: { AccessToken: '', IsTwoFactorRequired: true } };
    return UserName === USER && Password === PASSWORD ? give() : refuse(401, 'User name or password is wrong');
  };
  const refresh = (ask: Ask): Reply => {
    const token = jsonIn(ask);
    return typeof token === 'string' && tokens.isGood('access', token) ? give() : refuse(401, 'Invalid token');
  };

  /** Without an order the records come in any, as a database gives them. */
  const list = <I>({ query }: Ask, items: readonly I[], show: (item: I) => Told | null): Reply => {
    const number = Number(query.get('page') ?? 1);
    const wanted = Number(query.get('pagesize') ?? USUAL_PAGE);
    if (!Number.isInteger(number) || number < 1) return refuse(400, 'page must be at least 1');
    if (!Number.isInteger(wanted) || wanted < 1 || wanted > MOST_A_PAGE)
      return refuse(400, `pagesize must be between 1 and ${MOST_A_PAGE}`);
    const condition = query.get('condition');
    const holds = condition === null ? null : conditionFrom(condition);
    if (condition !== null && !holds) return refuse(400, 'The condition cannot be read');
    const found = holds ? items.filter((item) => holds(show(item) ?? {})) : items;
    const ordered = query.has('orderby') ? found : found.toSorted(() => Math.random() - 0.5);
    const size = Math.min(wanted, world.switches.pageSize ?? MOST_A_PAGE);
    const fields = query.get('includefields')?.split(',') ?? null;
    const page = ordered.slice((number - 1) * size, number * size).map(show);
    if (number * size < ordered.length) betweenPages();
    return {
      status: 200,
      body: page.map((record) =>
        record === null || fields === null
          ? record
          : Object.fromEntries(Object.entries(record).filter(([key]) => fields.includes(key))),
      ),
    };
  };

  const computers = () => world.devices.filter(isComputer);
  const openAlerts = (of: (device: SimulatedDevice) => boolean = isComputer) =>
    world.alerts.filter(({ device, resolvedAt }) => resolvedAt === null && of(device));
  const ofComputer = (ask: Ask, device: SimulatedDevice, what: string | undefined): Reply => {
    if (ask.method === 'POST') {
      if (what !== 'ScheduledScripts') return notFound;
      const wrong = scripts.schedule(device, (jsonIn(ask) ?? {}) as Told);
      return wrong === null ? { status: 201, body: {} } : refuse(400, wrong);
    }
    switch (what) {
      case undefined:
        return { status: 200, body: computerRecord(device, world) };
      case 'Software':
        return list(ask, softwareRecords(device), asIs);
      case 'Alerts':
        return list(
          ask,
          openAlerts((one) => one === device),
          (alert) => alertRecord(alert, world),
        );
      case 'RunningScripts':
        return list(ask, scripts.running(device), asIs);
      case 'ScriptHistory': {
        const history = scripts.history(device);
        return list(ask, ask.query.get('orderby') === 'Id desc' ? history.toReversed() : history, asIs);
      }
      default:
        return notFound;
    }
  };
  const read = (ask: Ask, [what, id, rest]: readonly string[]): Reply => {
    switch (what) {
      case 'FeatureFlags':
      case 'PatchInformation':
        return { status: 200, body: [] };
      case 'Locations':
        return list(ask, world.sites, locationRecord);
      case 'NetworkDevices':
        return list(
          ask,
          world.devices.filter((device) => !isComputer(device)),
          (device) => networkDeviceRecord(device, world),
        );
      case 'Scripts':
        return list(ask, SCRIPTS, asIs);
      case 'InternalMonitorResults':
        return list(ask, openAlerts(), (alert) => resultRecord(alert, world));
      case 'Computers': {
        if (id === undefined) return list(ask, computers(), (device) => computerRecord(device, world));
        if (id === 'Chassis') return list(ask, computers(), chassisRecord);
        const device = computers().find(({ number }) => String(number) === id);
        return device ? ofComputer(ask, device, rest) : notFound;
      }
      default:
        return notFound;
    }
  };

  return {
    credentials: [
      { key: 'clientId', label: 'ClientId', value: CLIENT_ID },
      { key: 'user', label: 'User name', value: USER },
      { key: 'password', label: 'Password', value: PASSWORD },
      { key: 'clock', label: 'The server’s dates are in', value: 'local' },
      { key: 'zone', label: 'Time zone of the server', value: SERVER_ZONE },
    ],
    refusal: (status: number): Reply => refuse(status, status === 429 ? 'Too many requests' : 'Internal server error'),
    answer(ask: Ask): Reply {
      if (!ask.path.startsWith(`${ROOT}/`)) return { status: 404, body: '<html><h1>Not found</h1></html>' };
      if (ask.headers['clientid'] !== CLIENT_ID) return refuse(401, 'The ClientId is missing or not known');
      const rest = ask.path.slice(ROOT.length + 1).split('/');
      if (rest[0] === 'apitoken') {
        if (ask.method !== 'POST') return refuse(405, 'Method not allowed');
        return rest[1] === 'refresh' ? refresh(ask) : signIn(ask);
      }
      const bearer = /^Bearer (.+)$/.exec(ask.headers['authorization'] ?? '')?.[1] ?? '';
      if (!tokens.isGood('access', bearer)) return refuse(401, 'The token has expired');
      return ask.method === 'GET' || rest[0] === 'Computers' ? read(ask, rest) : refuse(405, 'Method not allowed');
    },
  };
}
