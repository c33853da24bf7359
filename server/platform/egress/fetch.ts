import dns from 'node:dns';
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { mayConnect } from './addresses.ts';
import { isLoopbackName } from './host.ts';
import { EgressRefused, PrivateAddressRefused } from './refused.ts';

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 1_048_576;
const WITHOUT_BODY = new Set([204, 205, 304]);

export type EgressLimits = {
  /** Origins (scheme, host, port) that may be reached. */
  readonly origins: ReadonlySet<string>;
  /** Whether this machine itself may be reached, then by plain HTTP too: for development. */
  readonly loopback: boolean;
  /** How long an answer may take, to its end; ten seconds where it is left out. */
  readonly timeoutMs?: number;
  /** How many bytes an answer may have that is read whole; one megabyte where it is left out. */
  readonly mostBytes?: number;
  /** Whether addresses of private networks may be connected to; they may where it is left out. */
  readonly privateNetworks?: boolean;
  /** The only ports that may be connected to; any where it is left out. */
  readonly ports?: ReadonlySet<number>;
};

type Asked = { method?: string; headers?: Record<string, string>; body?: unknown; signal?: AbortSignal };

/** The part of the fetch interface that protocol libraries use. */
export type GuardedFetch = (url: string, options: Asked) => Promise<Response>;

/** An answer that is read as it comes, of any size: whoever asked reads it to its end, or destroys it. */
export type GuardedStream = (url: string, options: Asked) => Promise<IncomingMessage>;

const bareHost = (url: URL) => url.hostname.replace(/^\[|\]$/g, '');

/** Whether an address names this machine itself. */
export function isLoopbackHost(url: URL): boolean {
  return isLoopbackName(bareHost(url));
}

/** A fetch that keeps to its limits; see the README. Throws `EgressRefused` outside of them. */
export function guardedFetch(limits: EgressLimits): GuardedFetch {
  const stream = guardedStream(limits);
  const most = limits.mostBytes ?? MOST_BYTES;
  return async (address, options) => collected(await stream(address, options), new URL(address), most);
}

/** The same without a limit of size, for what is kept as it comes. */
export function guardedStream(limits: EgressLimits): GuardedStream {
  return async (address, options) => {
    const url = new URL(address);
    refuse(url, limits);
    const body = bodyOf(options.body);
    const deadline = openDeadline(limits.timeoutMs ?? TIMEOUT_MS, options.signal);
    return send(url, body, deadline, {
      method: options.method ?? 'GET',
      headers: {
        ...(options.body instanceof URLSearchParams
          ? { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' }
          : {}),
        ...options.headers,
        ...(body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      },
      agent: false,
      lookup: checkedLookup(limits),
    });
  };
}

type Deadline = { readonly signal: AbortSignal; close(): void };

/**
 * Ends a call after so many milliseconds, or with `parent`, until it is closed. The platform's own signals are held until their time is
 * over: after thousands of calls a minute they would take more memory than what is read.
 */
function openDeadline(ms: number, parent: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const end = () => controller.abort(parent?.reason);
  const timer = setTimeout(() => controller.abort(new DOMException('It took too long', 'TimeoutError')), ms).unref();
  if (parent?.aborted) end();
  else parent?.addEventListener('abort', end);
  return {
    signal,
    close() {
      clearTimeout(timer);
      parent?.removeEventListener('abort', end);
    },
  };
}

function refuse(url: URL, limits: EgressLimits): void {
  if (!limits.origins.has(url.origin)) throw new EgressRefused(`${url.origin} is not among the allowed addresses`);
  const plain = url.protocol === 'http:' && limits.loopback && isLoopbackHost(url);
  if (url.protocol !== 'https:' && !plain) throw new EgressRefused(`${url.origin} is not reached by HTTPS`);
  if (url.username || url.password) throw new EgressRefused('An address may not carry a name or password');
  if (limits.ports && !limits.ports.has(portOf(url)))
    throw new EgressRefused(`${url.origin} is on a port that may not be connected to`);
  const host = bareHost(url);
  // A literal address is connected to without a look-up, so it is judged here.
  if (isIP(host) && !mayConnect(host, limits)) throw refusalOf(host, `${host} may not be connected to`);
}

/** Some addresses are connected to once somebody allows it; others never. */
const refusalOf = (address: string, why: string): EgressRefused =>
  mayConnect(address, { loopback: true, privateNetworks: true })
    ? new PrivateAddressRefused(why)
    : new EgressRefused(why);

const portOf = (url: URL): number => Number(url.port) || (url.protocol === 'https:' ? 443 : 80);

function bodyOf(body: unknown): string | null {
  if (body === undefined || body === null) return null;
  if (typeof body === 'string' || body instanceof URLSearchParams) return String(body);
  throw new EgressRefused('Only texts and forms are sent');
}

function checkedLookup(limits: EgressLimits): LookupFunction {
  return (hostname, options, callback) => {
    dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const bad = addresses.find(({ address }) => !mayConnect(address, limits));
      const first = addresses[0];
      if (bad) return callback(refusalOf(bad.address, `${hostname} stands for ${bad.address}`), '', 0);
      if (!first) return callback(new EgressRefused(`${hostname} stands for nothing`), '', 0);
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

function send(
  url: URL,
  body: string | null,
  { signal, close }: Deadline,
  options: RequestOptions,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, { ...options, signal }, resolve);
    request.on('error', reject);
    request.on('close', close);
    request.end(body ?? undefined);
  });
}

function collected(answer: IncomingMessage, url: URL, most: number): Promise<Response> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    answer.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > most) answer.destroy(new EgressRefused(`${url.origin} answered more than ${most} bytes`));
      else chunks.push(chunk);
    });
    answer.on('error', reject);
    answer.on('end', () => {
      const status = answer.statusCode ?? 502;
      const headers = new Headers();
      for (const [name, value] of Object.entries(answer.headers))
        for (const item of [value ?? []].flat()) headers.append(name, item);
      resolve(new Response(WITHOUT_BODY.has(status) ? null : Buffer.concat(chunks), { status, headers }));
    });
  });
}
