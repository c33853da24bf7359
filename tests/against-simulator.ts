import { afterAll } from 'vitest';
import { guardedFetch } from '#platform/egress/index.ts';
import {
  type DeviceBatch,
  type DeviceQuery,
  type Provider,
  ProviderFault,
  type Session,
} from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../tools/simulate/index.ts';
import type { SimulatedVendor } from '../tools/simulate/vendor.ts';

export type Device = DeviceBatch['devices'][number];

/** A provider before the simulator of its vendor, with one clock for both that moves when the provider waits. */
export type Against = {
  readonly simulator: Simulator;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly pass: (ms: number) => void;
  /** What the sessions noted, and for how long they waited. */
  readonly notes: string[];
  readonly waits: number[];
  /** Ends what the sessions are about. */
  readonly stop: AbortController;
  /** Opens a session with the simulator's credentials and these values. */
  open(values?: Readonly<Record<string, string>>): Session;
};

type Options = SimulatorOptions & { readonly timeoutMs?: number };

export async function against(provider: Provider, vendor: SimulatedVendor, options: Options = {}): Promise<Against> {
  let at = Date.parse('2026-11-24T09:00:00Z');
  const now = () => at;
  const simulator = await startSimulator(vendor, { sites: 5, devices: 120, clock: now, ...options });
  afterAll(() => simulator.stop());
  const [notes, waits]: [string[], number[]] = [[], []];
  const stop = new AbortController();
  const fetch = guardedFetch({
    origins: new Set([simulator.origin]),
    loopback: true,
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
  });
  const pass = (ms: number) => {
    at += ms;
  };
  return {
    ...{ simulator, now, pass, notes, waits, stop },
    open(values = {}) {
      if (!provider.open) throw new Error(`${provider.name} is not called`);
      const given = Object.fromEntries(simulator.credentials.map(({ key, value }) => [key, value]));
      return provider.open({
        baseUrl: simulator.baseUrl,
        values: { ...given, ...values },
        ...{ fetch, now, signal: stop.signal },
        async wait(ms) {
          waits.push(ms);
          pass(ms);
        },
        note: (what) => void notes.push(what),
      });
    },
  };
}

const FULL: DeviceQuery = { mode: 'full', cursor: null, details: () => false };

/** Every device of a listing by its id, the later reading of a device over the earlier one, and the cursor of its end. */
export async function listed(session: Session, query: Partial<DeviceQuery> = {}) {
  const devices = new Map<string, Device>();
  const listing = session.devices({ ...FULL, ...query });
  for (;;) {
    const { value, done } = await listing.next();
    if (done) return { devices, cursor: value.cursor };
    for (const device of value.devices) devices.set(device.externalId, device);
  }
}

export async function openAlerts(session: Session): Promise<Map<string, AlertReading>> {
  const alerts = new Map<string, AlertReading>();
  for await (const page of session.openAlerts()) for (const alert of page) alerts.set(alert.externalId, alert);
  return alerts;
}

/** The fault that work ends with. */
export async function faultOf(work: Promise<unknown>): Promise<ProviderFault> {
  const error = await work.then(
    () => new Error('Nothing went wrong'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProviderFault) return error;
  throw error;
}
