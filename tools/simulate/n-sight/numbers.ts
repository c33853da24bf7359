import type { DeviceKind, SimulatedDevice, SimulatedSite } from '../estate/types.ts';
import type { World } from '../world.ts';

/** Where the dashboard's clock stands. */
export const DASHBOARD_ZONE = 'Australia/Brisbane';

const SERVERS: readonly DeviceKind[] = ['server', 'linuxServer', 'vmHost'];
const WORKSTATIONS: readonly DeviceKind[] = ['workstation', 'laptop', 'mac'];
const FIRST = 50_001;

export const clientId = (site: SimulatedSite): number => 14_000 + site.number;
export const siteId = (site: SimulatedSite): number => 20_000 + site.number;

export type Kind = 'server' | 'workstation';

/** As what a device is counted; null for what N-sight has no agent for. */
export function kindOf({ kind }: SimulatedDevice): Kind | null {
  if (SERVERS.includes(kind)) return 'server';
  return WORKSTATIONS.includes(kind) ? 'workstation' : null;
}

/** The devices of a kind, each with its number. Both kinds are counted from the same one, so that numbers say nothing without it. */
export type Counted = {
  of(kind: Kind): { readonly id: number; readonly device: SimulatedDevice }[];
  id(device: SimulatedDevice): number;
};

/** Numbers once given stay, whatever comes and goes. */
export function openCount(world: World): Counted {
  const ids = { server: new Map<number, number>(), workstation: new Map<number, number>() };
  const id = (device: SimulatedDevice): number => {
    const given = ids[kindOf(device) ?? 'workstation'];
    const found = given.get(device.number) ?? FIRST + given.size;
    given.set(device.number, found);
    return found;
  };
  const of: Counted['of'] = (kind) =>
    world.devices.filter((device) => kindOf(device) === kind).map((device) => ({ id: id(device), device }));
  return { of, id };
}
