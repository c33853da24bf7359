import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import type { Logger } from 'pino';
import { type Door, type Loop, MODULES } from './modules.ts';
import { noteDenials } from './platform/audit/index.ts';
import { type Place, ROLES, type Role } from './platform/config/index.ts';
import type { Services } from './platform/context/index.ts';
import { appUrl, contextKey, Database, migrate } from './platform/database/index.ts';
import { diskStore } from './platform/files/index.ts';
import { buildApp } from './platform/http/index.ts';
import { authenticator } from './platform/identity/index.ts';
import { installQueues, Jobs, QUEUE_GRANTS } from './platform/jobs/index.ts';
import { LiveHub } from './platform/live/index.ts';
import { clientOfHost } from './platform/portal-address/index.ts';

/** Held while one process readies the queues. Any number that is ours. */
const PREPARING = 6_402_771_953;

/** How long a request that is under way may take once we stop; then its connection is cut. */
const DRAIN_MS = 10_000;

export type ProgramOptions = {
  adminUrl: string;
  dataDir: string;
  secret: Buffer;
  /** Keys for the credentials of connectors, the one in use first; the secret where there are none. */
  credentialKeys?: readonly Buffer[];
  baseUrl: string;
  log: Logger;
  /** Hears what is meant for the person at the terminal. */
  say?: (line: string) => void;
  /** Which roles this process plays; all by default. */
  roles?: ReadonlySet<Role>;
  maxConnections?: number;
  rateLimit?: number;
  trustProxy?: string[];
  metricsToken?: string | null;
  webFolder?: string | null;
  smtp?: Place | null;
};

/** A running Fettle without its listening socket. */
export type Program = { services: Services; app: FastifyInstance; stop(): Promise<void> };

/** Brings schema, queues and grants up to date as the owner. Safe to run in several processes at once. */
export async function prepareDatabase(adminUrl: string, secret: Buffer): Promise<void> {
  await migrate(adminUrl, secret);
  const client = new pg.Client({ connectionString: asOwner(adminUrl) });
  await client.connect();
  try {
    // Two that grant the same at once would trip over each other; the lock goes with the connection.
    await client.query('select pg_advisory_lock($1)', [PREPARING]);
    await installQueues(
      asOwner(adminUrl),
      MODULES.flatMap((module) =>
        (module.queues ?? []).map((queue) => (typeof queue === 'string' ? { name: queue } : queue)),
      ),
    );
    await client.query(QUEUE_GRANTS);
  } finally {
    await client.end();
  }
}

/** The same connection acting as the owner role from its first statement. */
function asOwner(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.searchParams.set('options', '-c role=fettle_owner');
  return url.toString();
}

/** Runs a loop's work again and again with its pause between; the returned function stops it and waits for the run that is on. */
function startLoop(loop: Loop, services: Services): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let wake = () => {};
  const done = (async () => {
    while (!signal.aborted) {
      await loop
        .run(services, signal)
        .catch((error: unknown) => services.log.error({ err: error, loop: loop.name }, 'scheduler: a run failed'));
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, loop.everyMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (signal.aborted) wake();
      });
    }
  })();
  return async () => {
    stopping.abort();
    wake();
    await done;
  };
}

/** Answers what was asked already, within reason; new requests are refused. */
async function closeApp(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
  await app.close().finally(() => clearTimeout(timer));
}

/** Opens what modules listen on besides HTTP. */
async function openDoors(services: Services, roles: ReadonlySet<Role>, place: Place | null) {
  if (place === null) return [];
  const doors = MODULES.flatMap((module): readonly Door[] => module.doors ?? []).filter(({ role }) => roles.has(role));
  return Promise.all(doors.map(({ open }) => open(services, place)));
}

/** Makes the services, starts the roles and returns the HTTP application, ready to listen or to be injected. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const url = appUrl(options.adminUrl, options.secret);
  const { log } = options;
  const db = new Database({
    url,
    contextKey: contextKey(options.secret),
    ...(options.maxConnections ? { maxConnections: options.maxConnections } : {}),
  });
  const [first, ...others] = options.credentialKeys ?? [];
  const services: Services = {
    db,
    jobs: new Jobs(url, log),
    files: diskStore(join(options.dataDir, 'files')),
    live: new LiveHub(url, log),
    log,
    say: options.say ?? (() => {}),
    secret: options.secret,
    credentialKeys: [first ?? options.secret, ...(first ? [...others, options.secret] : [])],
    baseUrl: options.baseUrl,
    now: () => new Date().toISOString(),
  };
  const roles = options.roles ?? new Set<Role>(ROLES);
  await Promise.all([services.jobs.start(), services.live.start()]);
  if (roles.has('worker')) {
    for (const module of MODULES) for (const job of module.jobs?.(services) ?? []) await services.jobs.work(job);
  }
  const loops = MODULES.flatMap((module): readonly Loop[] => module.loops ?? [])
    .filter(({ role = 'scheduler' }) => roles.has(role))
    .map((loop) => startLoop(loop, services));
  const doors = await openDoors(services, roles, options.smtp ?? null).catch(async (error: unknown) => {
    await Promise.all(loops.map((stop) => stop()));
    await Promise.all([services.jobs.stop(), services.live.stop()]);
    await db.close();
    throw error;
  });
  const app = await buildApp({
    services,
    authenticate: authenticator(services),
    routes: MODULES.flatMap((module) => module.routes ?? []),
    machines: MODULES.flatMap((module) => module.machines ?? []),
    ...(options.rateLimit ? { rateLimit: options.rateLimit } : {}),
    ...(options.trustProxy ? { trustProxy: options.trustProxy } : {}),
    metricsToken: options.metricsToken ?? null,
    onAnswered: noteDenials(services),
    webFolder: options.webFolder ?? null,
    isOfClient: async (host) => (await clientOfHost(services, host)) !== null,
  });
  return {
    services,
    app,
    async stop() {
      await Promise.all([closeApp(app), ...doors.map((door) => door.stop())]);
      await Promise.all(loops.map((stop) => stop()));
      await services.jobs.stop();
      await Promise.all(MODULES.map((module) => module.stop?.()));
      await services.live.stop();
      await db.close();
    },
  };
}
