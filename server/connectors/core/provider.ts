import type { GuardedFetch } from '#platform/egress/index.ts';
import type { DeviceReading } from '#server/practices/configuration/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';

/** One field of a connector's form. What is secret is written once, sealed, and never shown again. */
export type ConnectorField = {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly secret: boolean;
  readonly required: boolean;
  readonly type: 'text' | 'url' | 'number' | 'choice';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly default?: string;
};

/** What a system can do; what it cannot is not offered on the screens. */
export type Abilities = {
  readonly devices: boolean;
  readonly software: boolean;
  readonly alerts: boolean;
  /** Resolve or acknowledge an alert there. */
  readonly resolve: boolean;
  readonly acknowledge: boolean;
  readonly scripts: boolean;
  readonly webhook: boolean;
  /** It can be told by its API where to call, so that nobody has to paste the address there. */
  readonly subscribe?: boolean;
};

/** What a session works with. `values` are the form's fields, secrets unsealed, for this call alone. */
export type ProviderOptions = {
  /** Of the system, as saved: `https://host[:port][/path]`, no slash at its end. */
  readonly baseUrl: string;
  readonly values: Readonly<Record<string, string>>;
  /** Reaches the base's origin alone, without redirects, with limits of time and size. */
  readonly fetch: GuardedFetch;
  /** Milliseconds since the epoch; tests move it. */
  readonly now: () => number;
  /** Waits, unless `signal` ends it first: for pauses that a limit asks for. */
  readonly wait: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  /** What is odd but no failure (an unknown value, a page that came short): counted and shown on the health page. */
  readonly note: (what: string) => void;
};

/** A place at the vendor that stands for a client or one of its sites. */
export type VendorSite = {
  readonly externalId: string;
  readonly name: string;
  /** The name above it (customer or organisation), where there is a level above. */
  readonly parentName: string | null;
  readonly deviceCount: number | null;
};

/** A part of a listing of devices. The listing is complete when the iterator ends without a throw. */
export type DeviceBatch = {
  readonly devices: readonly (DeviceReading & { readonly site: string | null })[];
};

/**
 * `full` lists every device; `incremental` lists those that changed since `cursor`, where the vendor can tell, else everything.
 * `details(externalId, stamp, site)` says whether the costly details (audit, software) of a device are asked again: false where `stamp` (the
 * vendor's own time of its last audit) is the one that we hold, and where `site` (where it is known) is not mapped to a client.
 */
export type DeviceQuery = {
  readonly mode: 'full' | 'incremental';
  readonly cursor: string | null;
  readonly details: (externalId: string, stamp: string | null, site?: string | null) => boolean;
};

export type Script = {
  readonly externalId: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly help: string; readonly required: boolean }[];
};

export type ScriptRun = {
  readonly state: 'queued' | 'running' | 'succeeded' | 'failed' | 'expired';
  /** What it printed, as far as it is known. */
  readonly output: string;
  readonly errors: string;
};

/** A connection to one vendor's system. Every method throws `ProviderFault` when the vendor cannot be reached or refuses. */
export type Session = {
  /** Signs in and reads something small; says whose account it is, in one line. */
  test(): Promise<{ readonly account: string }>;
  sites(): Promise<readonly VendorSite[]>;
  devices(query: DeviceQuery): AsyncGenerator<DeviceBatch, { readonly cursor: string | null }>;
  /** Every alert that is open there now: the list is complete, or the call throws. */
  openAlerts(): AsyncGenerator<readonly AlertReading[]>;
  resolveAlert?(externalId: string, note: string): Promise<void>;
  acknowledgeAlert?(externalId: string, note: string): Promise<void>;
  scripts?(): Promise<readonly Script[]>;
  /** Begins a script on a device; returns by what its run is asked for. */
  runScript?(device: string, script: string, parameters: Readonly<Record<string, string>>): Promise<string>;
  scriptRun?(device: string, run: string): Promise<ScriptRun>;
  /** Makes the vendor call `url` with `secret` in the header `X-Fettle-Secret`, where its API can. */
  subscribe?(url: string, secret: string): Promise<void>;
};

/**
 * What a call from the vendor says. Throws `ProviderFault('malformed')` for what cannot be read. `look` are ids of alerts of which the
 * call says too little: they are read from the vendor. `leftOff`: how many alerts the sender says that it left off, for there were too many.
 */
export type Received = {
  readonly alerts: readonly AlertReading[];
  readonly look: readonly string[];
  readonly leftOff?: number;
};

/** One kind of system that Fettle connects to. Thin: it knows the vendor's words, and nothing of Fettle's tables. */
export type Provider = {
  readonly key: string;
  readonly name: string;
  readonly kind: 'rmm' | 'monitor';
  readonly abilities: Abilities;
  readonly fields: readonly ConnectorField[];
  /** What the base address of a system looks like and where it is found, where Fettle calls it. */
  readonly addressHelp?: string;
  /** Refuses a base address or values that cannot be right, by field; returns what is wrong in words. */
  check?(
    options: Pick<ProviderOptions, 'baseUrl' | 'values'>,
  ): readonly { readonly field: string; readonly message: string }[];
  open?(options: ProviderOptions): Session;
  /** `at`: when it came (ISO 8601), for what says no time itself; the same however often it is read. */
  receive?(
    body: Buffer,
    headers: Readonly<Record<string, string>>,
    values: Readonly<Record<string, string>>,
    at: string,
  ): Received;
  /** What of a call is kept, where it holds what must not be (passwords of checks): `receive` is then given this. Throws as it does. */
  kept?(body: Buffer): Buffer;
  /** Bytes that a call may have, where one brings many alerts at once; a mebibyte where it is not said, 16 at most. */
  readonly mostBytes?: number;
  /**
   * What the caller wants to hear at once, as JSON: systems that take Fettle for their PSA ask for a number and an address. `url`: where
   * people see in Fettle what this call says. Left out where an empty answer does.
   */
  answer?(body: Buffer, headers: Readonly<Record<string, string>>, url: string): string | null;
  /** Alerts by their ids, for `look`, as many as there are: in a storm hundreds at once. Those that are not there are left out. */
  alerts?(session: Session, externalIds: readonly string[]): Promise<ReadonlyMap<string, AlertReading>>;
};

export type ProviderFaultKind =
  /** The credentials are refused: nothing is tried again until a person has looked. */
  | 'refused'
  /** The vendor forbids it (a right is missing, or the address is blocked): tried again much later. */
  | 'forbidden'
  /** Too many calls; `retryAfterMs` says how long to wait. */
  | 'limited'
  /** It is down, slow, or unreachable: tried again with growing pauses. */
  | 'unreachable'
  /** It answered what its own documents do not allow. */
  | 'malformed'
  /** What was asked for is not there. */
  | 'missing';

/** Why a vendor's system did not do what was asked. `message` is a sentence for the administrator and holds no secret. */
export class ProviderFault extends Error {
  readonly kind: ProviderFaultKind;
  readonly retryAfterMs: number | null;
  constructor(kind: ProviderFaultKind, message: string, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'ProviderFault';
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
