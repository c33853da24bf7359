import type { DeviceKind, SimulatedDevice, SimulatedSite } from '../estate/types.ts';

/** In which zone the server writes its dates, which name none. */
export const SERVER_ZONE = 'Australia/Brisbane';

const COMPUTERS: readonly DeviceKind[] = ['workstation', 'laptop', 'mac', 'server', 'linuxServer', 'vmHost'];

export const isComputer = ({ kind }: SimulatedDevice): boolean => COMPUTERS.includes(kind);
export const clientId = (site: SimulatedSite): number => site.number;
export const locationId = (site: SimulatedSite): number => 300 + site.number;
