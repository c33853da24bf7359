import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import {
  offerProvider,
  type Provider,
  ProviderFault,
  type Script,
  type ScriptRun,
  type VendorSite,
} from '#server/connectors/core/index.ts';
import type { DeviceReading } from '#server/practices/configuration/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';

export type SmallDevice = DeviceReading & { site: string | null; audited?: string };

/** What the small system has, and how it misbehaves. */
export type SmallEstate = {
  sites: VendorSite[];
  devices: SmallDevice[];
  alerts: AlertReading[];
  scripts: Script[];
  /** What was begun: the device, the script and its parameters. */
  begun: { device: string; script: string; parameters: Record<string, string> }[];
  /** How every run is. */
  run: ScriptRun;
  /** Answered instead of the next requests to a path that begins so. */
  faults: { path: string; status: number; times: number }[];
  pageSize: number;
  /** Called before each answer: a test changes the estate, or holds the answer, while a list is read. */
  before: (path: string) => Promise<void> | void;
};

export const SMALL_TOKEN = 'small-token-of-many-letters';

/**
 * A monitoring system of our own making behind a real HTTP server, and the provider that speaks to it. It refuses whoever brings another
 * token.
 */
export async function openSmallRmm(): Promise<SmallEstate & { origin: string; asked: string[] }> {
  const estate: SmallEstate & { origin: string; asked: string[] } = {
    sites: [],
    devices: [],
    alerts: [],
    scripts: [],
    begun: [],
    run: { state: 'running', output: '', errors: '' },
    faults: [],
    pageSize: 100,
    before: () => {},
    origin: '',
    asked: [],
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://small');
    estate.asked.push(`${url.pathname}${url.search}`);
    await estate.before(url.pathname);
    const fault = estate.faults.find(({ path, times }) => times > 0 && url.pathname.startsWith(path));
    if (fault) {
      fault.times -= 1;
      response.writeHead(fault.status, { 'retry-after': '120' }).end();
      return;
    }
    if (!isAllowed(request)) response.writeHead(401).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answerTo(estate, url)));
  });
  estate.origin = await listening(server);
  return estate;
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const isAllowed = (request: IncomingMessage) => request.headers.authorization === `Bearer ${SMALL_TOKEN}`;

function answerTo(estate: SmallEstate, { pathname: path, searchParams }: URL): unknown {
  const at = Number(searchParams.get('at') ?? 0);
  if (path === '/account') return { name: 'Small account' };
  if (path === '/sites') return estate.sites;
  if (path === '/alerts') return estate.alerts;
  if (path === '/scripts') return estate.scripts;
  if (path === '/begin') {
    const { device = '', script = '', ...parameters } = Object.fromEntries(searchParams);
    return { run: `run ${estate.begun.push({ device, script, parameters })}` };
  }
  if (path.startsWith('/runs/')) return estate.run;
  if (path.startsWith('/software/')) return [{ name: 'Editor', version: '1', publisher: 'Acme', installedOn: null }];
  return {
    devices: estate.devices.slice(at, at + estate.pageSize),
    more: at + estate.pageSize < estate.devices.length,
  };
}

const smallProvider: Provider = {
  key: 'small',
  name: 'Small RMM',
  kind: 'rmm',
  abilities: {
    devices: true,
    software: true,
    alerts: true,
    resolve: false,
    acknowledge: false,
    scripts: true,
    webhook: true,
  },
  fields: [
    { key: 'token', label: 'Token', help: 'From its settings', secret: true, required: true, type: 'text' },
    { key: 'region', label: 'Region', help: '', secret: false, required: false, type: 'text', default: 'eu' },
  ],
  open({ baseUrl, values, fetch, signal, note }) {
    const get = async <T>(path: string): Promise<T> => {
      signal.throwIfAborted();
      const answer = await fetch(`${baseUrl}${path}`, { headers: { authorization: `Bearer ${values.token}` } });
      if (answer.status === 401) throw new ProviderFault('refused', 'The token is not taken any more.');
      if (answer.status === 429)
        throw new ProviderFault('limited', 'Too many calls.', {
          retryAfterMs: Number(answer.headers.get('retry-after')) * 1_000,
        });
      if (!answer.ok) throw new ProviderFault('unreachable', `It answered ${answer.status}.`);
      return (await answer.json()) as T;
    };
    return {
      test: async () => ({ account: (await get<{ name: string }>('/account')).name }),
      sites: () => get<VendorSite[]>('/sites'),
      async *devices({ mode, details }) {
        for (let at = 0, more = true; more; ) {
          const page = await get<{ devices: SmallDevice[]; more: boolean }>(`/devices?at=${at}&mode=${mode}`);
          const devices = [];
          for (const { audited, ...device } of page.devices) {
            const wants = audited !== undefined && details(device.externalId, audited, device.site);
            devices.push(
              wants
                ? { ...device, software: await get<never>(`/software/${device.externalId}`), brief: device }
                : device,
            );
          }
          yield { devices };
          at += page.devices.length;
          more = page.more;
        }
        note('state “odd” is not known');
        return { cursor: `after ${mode}` };
      },
      async *openAlerts() {
        yield await get<AlertReading[]>('/alerts');
      },
      scripts: () => get<Script[]>('/scripts'),
      async runScript(device, script, parameters) {
        const asked = new URLSearchParams({ ...parameters, device, script });
        return (await get<{ run: string }>(`/begin?${asked}`)).run;
      },
      scriptRun: (_, run) => get<ScriptRun>(`/runs/${encodeURIComponent(run)}`),
    };
  },
};

// Once, however many files of tests one process runs.
offerProvider(smallProvider);
