import { randomOf } from '../../server/sample/random.ts';
import { makeAlert } from './estate/alerts.ts';
import { makeDevice } from './estate/devices.ts';
import { HARD_TEXTS } from './estate/hard-text.ts';
import { makeSites } from './estate/sites.ts';
import {
  type SimulatedAlert,
  type SimulatedDevice,
  type SimulatedSite,
  TROUBLES,
  type Trouble,
} from './estate/types.ts';
import type { Switches } from './switches.ts';

const MOST_SITES = 2_000;
const MOST_DEVICES = 20_000;
/** Alerts that are open from the beginning, per device. */
const OPEN_SHARE = 0.02;
const HOUR = 3_600_000;

export type WorldOptions = { readonly sites: number; readonly devices: number; readonly seed: string };

type AlertChange = (alert: SimulatedAlert, change: 'raised' | 'resolved') => void;
type DeviceChange = (device: SimulatedDevice, change: 'added' | 'removed' | 'audited') => void;

/** What is odd about how a device is told. */
export type Oddity = 'nulls' | 'unknown' | 'broken' | null;

/** An estate of made-up clients that lives: the same for the same seed until somebody changes it. */
export type World = {
  readonly sites: readonly SimulatedSite[];
  readonly devices: readonly SimulatedDevice[];
  readonly alerts: readonly SimulatedAlert[];
  readonly switches: Switches;
  /** The simulator's own clock, milliseconds since the epoch. */
  now(): number;
  device(number: number): SimulatedDevice | undefined;
  deviceByUid(uid: string): SimulatedDevice | undefined;
  alertByUid(uid: string): SimulatedAlert | undefined;
  oddity(device: SimulatedDevice): Oddity;
  /** Raises an alert of the device, or of a random one. */
  raise(wanted?: { device?: SimulatedDevice; trouble?: Trouble; message?: string }): SimulatedAlert;
  /** False where it was resolved before. */
  resolve(alert: SimulatedAlert, by: string): boolean;
  /** The device goes off, and its offline alert is raised. */
  switchOff(device: SimulatedDevice): void;
  /** The device comes back, and its offline alert is resolved. */
  switchOn(device: SimulatedDevice): void;
  /** Every device of a site goes off at once; answers how many. */
  storm(site: SimulatedSite): number;
  addDevices(count: number): void;
  /** Takes devices out of the middle, so that what stands behind them moves up. */
  removeDevices(count: number): void;
  /** The device is audited anew: something in it may be other than before. */
  audit(device: SimulatedDevice): void;
  /** Puts text that breaks programs into names, descriptions and alerts. */
  harden(): void;
  onAlert(listener: AlertChange): void;
  onDevice(listener: DeviceChange): void;
};

/** `clock` in milliseconds since the epoch. Throws a RangeError for more than it can hold. */
export function openWorld(options: WorldOptions, switches: Switches, clock: () => number): World {
  const { seed } = options;
  if (options.sites < 1 || options.sites > MOST_SITES) throw new RangeError(`Between 1 and ${MOST_SITES} sites`);
  if (options.devices < options.sites || options.devices > MOST_DEVICES)
    throw new RangeError(`Between as many devices as sites and ${MOST_DEVICES}`);
  const begin = clock();
  const random = randomOf(`${seed} world`);
  const sites = makeSites(options.sites, seed, begin);
  const siteOf = (number: number) =>
    // Clients differ in size: squaring makes the first ones larger.
    sites[number <= sites.length ? number - 1 : Math.floor(random.next() ** 2 * sites.length)] as SimulatedSite;
  const devices: SimulatedDevice[] = [];
  const byNumber = new Map<number, SimulatedDevice>();
  const byUid = new Map<string, SimulatedDevice>();
  const alerts: SimulatedAlert[] = [];
  const alertsByUid = new Map<string, SimulatedAlert>();
  const listeners: AlertChange[] = [];
  const deviceListeners: DeviceChange[] = [];
  const tell: DeviceChange = (device, change) => {
    for (const listener of deviceListeners) listener(device, change);
  };
  let lastDevice = 0;

  const now = () => clock() + switches.skewMs;
  const every = (count: number, device: SimulatedDevice) => count > 0 && device.number % count === 0;
  const addOne = (at: number) => {
    const device = makeDevice(++lastDevice, siteOf(lastDevice), seed, at);
    devices.push(device);
    byNumber.set(device.number, device);
    byUid.set(device.uid, device);
    return device;
  };
  const put = (device: SimulatedDevice, trouble: Trouble, at: number, message?: string) => {
    const alert = makeAlert(alerts.length + 1, device, trouble, randomOf(`${seed} alert ${alerts.length + 1}`), at);
    if (message !== undefined) alert.message = message;
    alerts.push(alert);
    alertsByUid.set(alert.uid, alert);
    return alert;
  };
  const anyDevice = () => random.pick(devices);
  const openOf = (device: SimulatedDevice, trouble: Trouble) =>
    alerts.find((alert) => alert.device === device && alert.trouble === trouble && alert.resolvedAt === null);

  for (let count = 0; count < options.devices; count++) addOne(begin);
  for (const device of devices.filter(({ online, kind }) => !online && kind !== 'laptop' && kind !== 'mac'))
    put(device, 'offline', device.lastSeenAt);
  for (let count = 0; count < options.devices * OPEN_SHARE; count++)
    put(anyDevice(), random.pick(TROUBLES.slice(1)), begin - random.between(1, 90) * HOUR);

  const world: World = {
    ...{ sites, devices, alerts, switches, now },
    device: (number) => byNumber.get(number),
    deviceByUid: (uid) => byUid.get(uid),
    alertByUid: (uid) => alertsByUid.get(uid),
    oddity: (device) =>
      every(switches.brokenEvery, device)
        ? 'broken'
        : every(switches.nullEvery, device)
          ? 'nulls'
          : every(switches.unknownEvery, device)
            ? 'unknown'
            : null,
    raise({ device = anyDevice(), trouble = random.pick(TROUBLES), message } = {}) {
      const alert = put(device, trouble, now(), message);
      for (const listener of listeners) listener(alert, 'raised');
      return alert;
    },
    resolve(alert, by) {
      if (alert.resolvedAt !== null) return false;
      Object.assign(alert, { resolvedAt: now(), resolvedBy: by });
      for (const listener of listeners) listener(alert, 'resolved');
      return true;
    },
    switchOff(device) {
      Object.assign(device, { online: false, lastSeenAt: now() });
      if (!openOf(device, 'offline')) world.raise({ device, trouble: 'offline' });
    },
    switchOn(device) {
      Object.assign(device, { online: true, lastSeenAt: now() });
      const alert = openOf(device, 'offline');
      if (alert) world.resolve(alert, 'the device itself');
    },
    storm(site) {
      const struck = devices.filter((device) => device.site === site && device.online);
      for (const device of struck) world.switchOff(device);
      return struck.length;
    },
    addDevices(count) {
      for (let added = 0; added < count; added++) tell(addOne(now()), 'added');
    },
    removeDevices(count) {
      const from = Math.floor(devices.length / 3);
      for (const device of devices.splice(from, Math.min(count, devices.length - 1 - from))) {
        byNumber.delete(device.number);
        byUid.delete(device.uid);
        tell(device, 'removed');
      }
    },
    audit(device) {
      Object.assign(device, { auditedAt: now() });
      tell(device, 'audited');
    },
    harden() {
      for (const [index, text] of HARD_TEXTS.entries()) {
        const site = sites[index];
        if (site && index > 0) site.name = `${site.name} ${text.slice(0, 60)}`;
        for (const device of devices.filter(({ number }) => number % 11 === index)) device.description = text;
        for (const alert of alerts.filter(({ number }) => number % 7 === index)) alert.message = text;
      }
    },
    onAlert: (listener) => void listeners.push(listener),
    onDevice: (listener) => void deviceListeners.push(listener),
  };
  return world;
}
