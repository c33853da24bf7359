/** What a simulator can be told to do badly, for as long as it is told. What happens once is a `Disturbance`. */
export type Switches = {
  /** The most that a page holds; null for the vendor's own limit. */
  pageSize: number | null;
  /** How long a token lives, in milliseconds; null for the vendor's own time. */
  tokenLifeMs: number | null;
  /** By how many milliseconds its clock is ahead of ours. */
  skewMs: number;
  /** Answers only after so many milliseconds. */
  delayMs: number;
  /** Of every so many devices, one has null in every field that the vendor does not need; 0 for none. */
  nullEvery: number;
  /** Of every so many devices, one has words that no document knows where the vendor has a list of words; 0 for none. */
  unknownEvery: number;
  /** Of every so many devices, one cannot be read at all; 0 for none. */
  brokenEvery: number;
  /** Devices that go, and others that come, between two pages of a list. */
  churn: number;
  /** Whose origin stands in links to further pages; null for its own. */
  linkOrigin: string | null;
  /** Where the vendor's documents contradict themselves, it does the other thing. */
  otherWay: boolean;
  /** Whether more calls than the vendor allows are refused. */
  limits: boolean;
  /** Calls each push twice. */
  duplicatePushes: boolean;
  /** Holds pushes back until there are four, and sends the last first. */
  shufflePushes: boolean;
  /** Sends no push at all, as after a fault on the way. */
  losePushes: boolean;
};

export const ORDINARY: Readonly<Switches> = {
  pageSize: null,
  tokenLifeMs: null,
  skewMs: 0,
  delayMs: 0,
  nullEvery: 0,
  unknownEvery: 0,
  brokenEvery: 0,
  churn: 0,
  linkOrigin: null,
  otherWay: false,
  limits: true,
  duplicatePushes: false,
  shufflePushes: false,
  losePushes: false,
};

/** Takes over what is a switch and of its type. Throws for what is not, and names it. */
export function setSwitches(switches: Switches, wanted: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(wanted)) {
    const ordinary = (ORDINARY as Record<string, unknown>)[key];
    const mayBeNull = key === 'pageSize' || key === 'tokenLifeMs' || key === 'linkOrigin';
    const type = key === 'linkOrigin' ? 'string' : mayBeNull ? 'number' : typeof ordinary;
    if (ordinary === undefined) throw new TypeError(`There is no switch ${key}`);
    if (typeof value !== type && !(mayBeNull && value === null)) throw new TypeError(`${key} takes a ${type}`);
    Object.assign(switches, { [key]: value });
  }
}
