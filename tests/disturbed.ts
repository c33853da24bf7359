import { expect } from 'vitest';
import type { Session } from '#server/connectors/core/index.ts';
import type { Simulator } from '../tools/simulate/index.ts';
import { type Against, listed, openAlerts } from './against-simulator.ts';

type What = Simulator['disturbances'][number]['what'];
type Disturb = (desk: Against) => void;
type Open = (options?: { devices?: number }) => Promise<Against>;
type Device = Simulator['world']['devices'][number];

/** What goes wrong once with each of these calls. */
export const disturbing =
  (...calls: readonly RegExp[]) =>
  (what: What): Disturb =>
  ({ simulator }) => {
    for (const on of calls) simulator.disturbances.push({ on, times: 1, what });
  };

export const switched =
  (switches: Partial<Simulator['switches']>): Disturb =>
  ({ simulator }) =>
    void Object.assign(simulator.switches, switches);

/** Every token is forgotten before the first call of each kind. */
export const revokedAt =
  (...calls: readonly RegExp[]): Disturb =>
  ({ simulator }) => {
    const moments = [...calls];
    simulator.before = ({ path, query }) => {
      const at = moments.findIndex((moment) => moment.test(`${path}?${query}`));
      if (at < 0) return;
      moments.splice(at, 1);
      simulator.tokens.revoke();
    };
  };

type Read = {
  readonly devices?: number;
  readonly pageSize?: number;
  /** Of which devices the costly details are asked. */
  details(this: void, id: string): boolean;
  /** Also the order in which things are listed is the same. */
  readonly ordered?: boolean;
};

/** Expects that what is read of a system that is disturbed is what is read of one that is not, and that the disturbance was met. */
export async function expectSameThough(open: Open, disturb: Disturb, how: Read): Promise<void> {
  const options = how.devices === undefined ? {} : { devices: how.devices };
  const [quiet, loud] = [await open(options), await open(options)];
  if (how.pageSize !== undefined) for (const { simulator } of [quiet, loud]) simulator.switches.pageSize = how.pageSize;
  disturb(loud);
  const [undisturbed, result] = [await readAll(quiet.open(), how), await readAll(loud.open(), how)];
  const withoutSeen = (value: unknown) => JSON.stringify(value).replaceAll(/"lastSeenAt":"[^"]*"/g, '');
  expect(withoutSeen(result)).toBe(withoutSeen(undisturbed));
  expect(loud.simulator.disturbances.filter(({ times }) => times > 0)).toEqual([]);
}

async function readAll(session: Session, { details, ordered = false }: Read) {
  const shown = (map: ReadonlyMap<string, unknown>) =>
    ordered ? [...map] : [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { devices } = await listed(session, { details });
  return { devices: shown(devices), alerts: shown(await openAlerts(session)), sites: await session.sites() };
}

/** Expects that every device that was there all the time is listed, though others come and go between the first `pages` pages. */
export async function expectWhoStayed(
  open: Open,
  { isPage, pages, idOf }: { isPage(path: string): boolean; pages: number; idOf(this: void, device: Device): string },
): Promise<void> {
  const desk = await open({ devices: 600 });
  const { simulator } = desk;
  const before = new Set(simulator.world.devices.map(idOf));
  Object.assign(simulator.switches, { pageSize: 50, churn: 5 });
  let read = 0;
  simulator.before = ({ path }) => {
    if (isPage(path) && ++read > pages) simulator.switches.churn = 0;
  };
  const { devices } = await listed(desk.open());
  const stayed = simulator.world.devices.filter((device) => before.has(idOf(device)));
  expect(stayed.length).toBeLessThan(600);
  expect(stayed.filter((device) => !devices.has(idOf(device)))).toEqual([]);
}
