import { type SimulatedAlert, type SimulatedDevice, type SimulatedSite, TROUBLES } from '../estate/types.ts';

/** The service organisation above all customers. */
export const ORGANISATION = 50;
/** Where the server's clock stands. */
export const SERVER_ZONE = 'Australia/Brisbane';

const FIRST_CUSTOMER = 1_000;
const FIRST_SITE = 5_000;
const FIRST_DEVICE = 900_000;
const FIRST_SERVICE = 10_000;

export const customerId = (site: SimulatedSite): number => FIRST_CUSTOMER + site.number;

/** Every second customer has a site, in which its devices stand; those of the others stand right below them. */
export const siteId = (site: SimulatedSite): number | null => (site.number % 2 === 1 ? FIRST_SITE + site.number : null);

export const deviceId = (device: SimulatedDevice): number => FIRST_DEVICE + device.number;

/** The service that watches for this trouble, and which of its kind on the device. */
export const serviceId = ({ trouble }: SimulatedAlert): number => FIRST_SERVICE + TROUBLES.indexOf(trouble);

export const taskId = (alert: SimulatedAlert): number => {
  let hash = 7;
  for (const letter of alert.part) hash = (hash * 31 + letter.charCodeAt(0)) % 9_973;
  return alert.device.number * 100_000 + TROUBLES.indexOf(alert.trouble) * 10_000 + hash;
};
