import { disturbanceFrom } from '../disturbance.ts';
import { TROUBLES } from '../estate/types.ts';
import type { Simulator } from '../server.ts';
import { setSwitches } from '../switches.ts';
import type { Ask, Reply, SimulatedVendor, VendorSide } from '../vendor.ts';
import { controlPage } from './page.ts';

/** Where a simulator is looked at and told what to do. */
export const CONTROL = '/__simulator';

const SHOWN = 30;

type Told = Readonly<Record<string, unknown>>;

/** Answers the page, `GET …/state`, and `POST …/<what>` with a JSON object: the names in `doings` below. */
export function openControl(
  vendor: SimulatedVendor,
  simulator: Simulator,
  ofVendor: NonNullable<VendorSide['doings']>,
): (ask: Ask) => Reply {
  const { world, switches } = simulator;
  const deviceFrom = ({ device }: Told) => {
    const found = typeof device === 'number' ? world.device(device) : world.devices.find(({ online }) => online);
    if (!found) throw new TypeError('There is no such device');
    return found;
  };
  const siteFrom = ({ site = 1 }: Told) => {
    const found = world.sites.find(({ number }) => number === site);
    if (!found) throw new TypeError('There is no such site');
    return found;
  };
  const countFrom = ({ count = 1 }: Told) => {
    if (typeof count !== 'number' || !(count >= 1 && count <= 1_000)) throw new TypeError('count is 1 to 1000');
    return count;
  };
  const doings: Readonly<Record<string, (told: Told) => unknown>> = {
    ...ofVendor,
    switches: (told) => setSwitches(switches, told),
    disturb: (told) => simulator.disturbances.push(disturbanceFrom(told)),
    target: ({ url, secret = '' }) => {
      if (typeof url !== 'string' || typeof secret !== 'string') throw new TypeError('url and secret are texts');
      simulator.target = url === '' ? null : { url: new URL(url).href, secret };
    },
    raise: (told) => {
      const trouble = TROUBLES.find((one) => one === told['trouble']);
      const { uid } = world.raise({
        ...('device' in told ? { device: deviceFrom(told) } : {}),
        ...(trouble ? { trouble } : {}),
        ...(typeof told['message'] === 'string' ? { message: told['message'] } : {}),
      });
      return { uid };
    },
    resolve: ({ uid }) => {
      const alert = world.alerts.findLast((one) => one.resolvedAt === null && (uid === undefined || one.uid === uid));
      if (!alert) throw new TypeError('No such alert is open');
      world.resolve(alert, 'a person at the simulator');
      return { uid: alert.uid };
    },
    'switch-off': (told) => world.switchOff(deviceFrom(told)),
    'switch-on': (told) => world.switchOn(deviceFrom(told)),
    storm: (told) => ({ devices: world.storm(siteFrom(told)) }),
    add: (told) => world.addDevices(countFrom(told)),
    remove: (told) => world.removeDevices(countFrom(told)),
    harden: () => world.harden(),
    revoke: () => simulator.tokens.revoke(),
  };
  const state = () => ({
    vendor: vendor.name,
    address: simulator.baseUrl,
    credentials: simulator.credentials,
    counts: {
      sites: world.sites.length,
      devices: world.devices.length,
      online: world.devices.filter(({ online }) => online).length,
      openAlerts: world.alerts.filter(({ resolvedAt }) => resolvedAt === null).length,
      requests: simulator.requests.length,
    },
    target: simulator.target === null ? null : { url: simulator.target.url },
    switches,
    requests: simulator.requests.slice(-SHOWN).toReversed(),
    pushes: simulator.pusher.delivered.slice(-SHOWN).toReversed(),
  });

  return (ask) => {
    // A name that stands for this machine must not let some page of the web steer it.
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(ask.headers['host'] ?? '')) return { status: 421 };
    const what = ask.path.slice(CONTROL.length + 1);
    if (ask.method === 'GET' && what === '')
      return {
        status: 200,
        body: controlPage(vendor.name),
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "frame-ancestors 'none'" },
      };
    if (ask.method === 'GET' && what === 'state') return { status: 200, body: state() };
    const doing = doings[what];
    if (ask.method !== 'POST' || !doing) return { status: 404, body: { message: 'There is no such thing here' } };
    if (ask.headers['content-type'] !== 'application/json') return { status: 415, body: { message: 'Send JSON' } };
    try {
      const told: unknown = JSON.parse(ask.body.toString() || '{}');
      if (typeof told !== 'object' || told === null) throw new TypeError('Send a JSON object');
      const answer = doing(told as Told);
      return { status: 200, body: typeof answer === 'object' && answer !== null ? answer : {} };
    } catch (error) {
      return { status: 400, body: { message: error instanceof Error ? error.message : String(error) } };
    }
  };
}
