import type { SimulatedAlert } from './estate/types.ts';
import type { Tokens } from './tokens.ts';
import type { World } from './world.ts';

/** A request as it came. */
export type Ask = {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** How many requests are being answered at this moment, this one included. */
  readonly atOnce: number;
};

/** An answer. An object is said as JSON, a text or bytes as they are (with their own `content-type`). */
export type Reply = {
  readonly status: number;
  readonly body?: object | string | Buffer | null;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A call of the vendor to somebody's address. */
export type Push = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** Where pushes go; set on the command line, by the page, or by the vendor's own API where it has such. */
export type PushTarget = { readonly url: string; readonly secret: string };

/** What a vendor's side works with. */
export type Tools = {
  readonly world: World;
  readonly tokens: Tokens;
  /** `http://127.0.0.1:8790`. */
  readonly origin: string;
  /** To be called between two pages of a list: what comes and goes meanwhile does so now. */
  readonly betweenPages: () => void;
  /** Calls out where somebody has said where to. */
  readonly call: (make: (target: PushTarget) => Push) => void;
};

/** One vendor's system over one estate. */
export type VendorSide = {
  /** What a person pastes into Fettle: the key of the connector's field, what it is called, and the value. */
  readonly credentials: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  /** Answers every request, also those that the vendor refuses. */
  answer(ask: Ask): Reply;
  /** What a request is about, where its body says so and not its path; shown and matched behind the path, so without secrets. */
  about?(ask: Ask): string;
  /** The body of a refusal with this status (429, 5xx) in the vendor's own shape. */
  refusal(status: number): Reply;
  /** What the vendor would call, and with which words, when an alert is raised or resolved. */
  push?(alert: SimulatedAlert, change: 'raised' | 'resolved', target: PushTarget): Push;
  /** What can be done by hand besides what all simulators can: `POST /__simulator/<name>`. */
  readonly doings?: Readonly<Record<string, (told: Readonly<Record<string, unknown>>) => unknown>>;
  /** What the vendor's own API set as target of pushes; null where it has none, or none was set. */
  target?(): PushTarget | null;
};

/** A vendor that can be simulated. */
export type SimulatedVendor = {
  /** As it is typed: `datto`. */
  readonly key: string;
  readonly name: string;
  /** The path of the base address that is typed into Fettle, behind the origin; mostly empty. */
  readonly basePath: string;
  open(tools: Tools): VendorSide;
};
