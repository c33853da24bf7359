import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { makeFolder } from '../../../tools/bootstrap/folder.mjs';
import { withLock } from '../../../tools/bootstrap/lock.mjs';
import { findBinaries } from './binaries.ts';
import { startupFailure } from './failure.ts';
import { Guard, type Hold } from './guard.ts';
import { findHome, type Home } from './home.ts';
import { initialise, readPassword } from './initialise.ts';
import { adminUrl, connect, isPostgres, readPostmaster } from './running.ts';
import { forgetServer, startServer, stopServer } from './server.ts';

/** Held shared on the server by each process that uses it; whoever can have it alone is the last. Any number that is ours. */
const IN_USE = 5_550_112_358;

export type Embedded = {
  /** Connection of the superuser to the database `fettle`. */
  adminUrl: string;
  /** True where the server ran already: left over by a killed program, or shared with another process. */
  adopted: boolean;
  /** Stops the server, unless another process uses it. */
  stop(): Promise<void>;
};

export type LaunchOptions = {
  dataDir: string;
  /** For tests only: gives up safety against power loss for speed. */
  throwaway?: boolean;
  /** Hears, in lines for a person, when the server went away by itself and when it is back. */
  say?: (line: string) => void;
};

/**
 * Starts the embedded PostgreSQL below `dataDir`, or adopts the one that runs there already, and brings it back when it goes away.
 * It listens on loopback only, on a free port with a random password. Throws `StartupError` with what to do.
 */
export async function startPostgres(options: LaunchOptions): Promise<Embedded> {
  const { dataDir } = options;
  try {
    makeFolder(dataDir);
    return await withLock(join(dataDir, 'pg.lock'), () => start(options));
  } catch (cause) {
    throw startupFailure(cause, dataDir, 'The database could not be started');
  }
}

async function start({ dataDir, throwaway = false, say = () => {} }: LaunchOptions): Promise<Embedded> {
  const home = findHome(dataDir);
  const bin = findBinaries(home.account, dataDir);
  if (!existsSync(home.cluster)) await initialise(bin, dataDir, home);
  const password = readPassword(dataDir);
  const left = await adopt(bin, home, password);
  const hold = await take(left ?? (await begin(bin, home, password, { throwaway })));
  // Everybody knows it by this port, so it comes back on this one.
  const revive = () =>
    withLock(join(dataDir, 'pg.lock'), async () =>
      take((await adopt(bin, home, password)) ?? (await begin(bin, home, password, { throwaway, port: hold.port }))),
    );
  const guard = new Guard(hold, revive, say);
  return {
    adminUrl: adminUrl(hold.port, password, 'fettle'),
    adopted: left !== null,
    stop: async () => {
      const client = await guard.release();
      await withLock(join(dataDir, 'pg.lock'), () => letGo(bin, home, client));
    },
  };
}

async function begin(
  bin: string,
  home: Home,
  password: string,
  options: { throwaway: boolean; port?: number },
): Promise<Hold> {
  await startServer(bin, home, options);
  const hold = await reach(home, password);
  if (!hold) throw new Error(`PostgreSQL started but does not answer; its log is ${home.cluster}.log`);
  return hold;
}

/** Says to the server that this process uses it. */
async function take(hold: Hold): Promise<Hold> {
  await hold.client.query('select pg_advisory_lock_shared($1)', [IN_USE]);
  return hold;
}

/** The server that a killed program left behind. One that does not answer is stopped, a note of one that is gone is removed. */
async function adopt(bin: string, home: Home, password: string): Promise<Hold | null> {
  const noted = readPostmaster(home);
  if (!noted) return null;
  const hold = await reach(home, password);
  if (hold) return hold;
  if (isPostgres(noted.pid)) await stopServer(bin, home);
  else forgetServer(home);
  return null;
}

async function reach(home: Home, password: string): Promise<Hold | null> {
  const port = readPostmaster(home)?.port;
  const client = port ? await connect(port, password) : null;
  return client && port ? { client, port } : null;
}

/** Gives up our share of the server, and stops it when nobody else holds one. */
async function letGo(bin: string, home: Home, client: pg.Client): Promise<void> {
  const last = await client
    .query('select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as last', [IN_USE])
    .then(({ rows }) => rows[0].last as boolean)
    // The connection is gone: the server crashed, or somebody stopped it. Make sure of it.
    .catch(() => true);
  await client.end().catch(() => {});
  if (last) await stopServer(bin, home);
}
