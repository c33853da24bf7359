import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { CONTROL, openControl } from './control/control.ts';
import { type Disturbance, type Mischief, takeDisturbance } from './disturbance.ts';
import { openPusher, type Pusher } from './pusher.ts';
import { ORDINARY, type Switches } from './switches.ts';
import { openTokens, type Tokens } from './tokens.ts';
import type { Ask, PushTarget, Reply, SimulatedVendor, Tools, VendorSide } from './vendor.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

const MOST_BYTES = 1_048_576;
const REQUESTS_KEPT = 10_000;
const PROXY_PAGE: Reply = {
  status: 200,
  body: '<html><title>Sign in to the network</title></html>',
  headers: { 'content-type': 'text/html' },
};

export type SimulatorOptions = Partial<WorldOptions> & {
  /** 0, which is what is meant where it is left out, takes any that is free. */
  readonly port?: number;
  readonly switches?: Partial<Switches>;
  /** Where pushes go from the beginning. */
  readonly target?: PushTarget | null;
  /** Milliseconds since the epoch; tests move it. */
  readonly clock?: () => number;
};

/** A vendor's system on this machine. */
export type Simulator = {
  readonly origin: string;
  /** What is typed into Fettle as the base address. */
  readonly baseUrl: string;
  readonly world: World;
  readonly tokens: Tokens;
  readonly pusher: Pusher;
  readonly switches: Switches;
  readonly credentials: VendorSide['credentials'];
  disturbances: Disturbance[];
  target: PushTarget | null;
  /** `GET /api/v2/account/sites?max=250`, the latest last. */
  readonly requests: string[];
  /** Called before each answer; for what must happen at one moment of a run. */
  before: ((ask: Ask) => void) | null;
  stop(): Promise<void>;
};

/** Starts a vendor's system on 127.0.0.1 over an estate of its own. */
export async function startSimulator(vendor: SimulatedVendor, options: SimulatorOptions = {}): Promise<Simulator> {
  const switches: Switches = { ...ORDINARY, ...options.switches };
  const { sites = 30, devices = 2_000, seed = '1', clock = Date.now } = options;
  const world = openWorld({ sites, devices, seed }, switches, clock);
  const tokens = openTokens(world.now, () => switches.tokenLifeMs);
  const pusher = openPusher(switches);
  const server = createServer((request, response) => {
    respond(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const betweenPages = () => {
    world.removeDevices(switches.churn);
    world.addDevices(switches.churn);
  };
  const call: Tools['call'] = (make) => {
    const { target } = simulator;
    if (target) pusher.send(make(target));
  };
  const side = vendor.open({ world, tokens, origin, betweenPages, call });
  const simulator: Simulator = {
    ...{ origin, baseUrl: `${origin}${vendor.basePath}`, world, tokens, pusher, switches },
    ...{ credentials: side.credentials, disturbances: [], target: options.target ?? null, requests: [], before: null },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
  world.onAlert((alert, change) => {
    const target = side.target?.() ?? simulator.target;
    if (target && side.push) pusher.send(side.push(alert, change, target));
  });
  const control = openControl(vendor, simulator, side.doings ?? {});

  let answering = 0;
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const read = await askFrom(request, origin);
    answering++;
    try {
      return await respondTo({ ...read, atOnce: answering }, request, response);
    } finally {
      answering--;
    }
  }

  async function respondTo(ask: Ask, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (ask.path === CONTROL || ask.path.startsWith(`${CONTROL}/`)) return say(response, control(ask));
    const query = ask.query.size > 0 ? `?${ask.query}` : '';
    const line = [`${ask.method} ${ask.path}${query}`, side.about?.(ask) ?? ''].join(' ').trimEnd();
    simulator.requests.push(line);
    if (simulator.requests.length > REQUESTS_KEPT) simulator.requests.shift();
    simulator.before?.(ask);
    if (switches.delayMs > 0) await pause(switches.delayMs);
    const mischief = takeDisturbance(simulator.disturbances, line);
    if (mischief === null) return say(response, dated(side.answer(ask)));
    return disturb(mischief, side, request, response, () => dated(side.answer(ask)));
  }

  const dated = (reply: Reply): Reply => ({
    ...reply,
    headers: { date: new Date(world.now()).toUTCString(), ...reply.headers },
  });
  return simulator;
}

async function askFrom(request: IncomingMessage, origin: string): Promise<Omit<Ask, 'atOnce'>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_BYTES) throw new Error('Too large');
    chunks.push(chunk as Buffer);
  }
  const url = new URL(request.url ?? '/', origin);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  );
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers,
    body: Buffer.concat(chunks),
  };
}

function say(response: ServerResponse, reply: Reply): void {
  const { status, body = null, headers = {} } = reply;
  const isPlain = body === null || typeof body === 'string' || Buffer.isBuffer(body);
  response.writeHead(status, { ...(isPlain ? {} : { 'content-type': 'application/json' }), ...headers });
  response.end(isPlain ? (body ?? undefined) : JSON.stringify(body));
}

function disturb(
  mischief: Mischief,
  side: VendorSide,
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => Reply,
): void {
  if (typeof mischief === 'object') say(response, refusedBy(mischief, side));
  else if (mischief === 'reset') request.socket.destroy();
  else if (mischief === 'page') say(response, PROXY_PAGE);
  else if (mischief === 'redirect') say(response, { status: 302, headers: { location: 'https://elsewhere.example/' } });
  else {
    const { status, body = null, headers } = answer();
    const text = typeof body === 'string' || Buffer.isBuffer(body) ? String(body) : JSON.stringify(body);
    const part = text.slice(0, Math.max(1, Math.floor(text.length / 2)));
    if (mischief === 'garbled') response.writeHead(status, headers).end(part);
    else {
      response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(text)) });
      response.write(part, () => request.socket.destroy());
    }
  }
}

function refusedBy({ status, body, retryAfter }: Exclude<Mischief, string>, side: VendorSide): Reply {
  const refusal = body === undefined ? side.refusal(status) : { status, body };
  return retryAfter === undefined
    ? refusal
    : { ...refusal, headers: { ...refusal.headers, 'retry-after': retryAfter } };
}
