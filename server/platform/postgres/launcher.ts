import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { StartupError } from '#kernel/errors.ts';
import { type Account, findBinaries } from './binaries.ts';

const run = promisify(execFile);
const MAJOR = 18;
const START_SECONDS = 30;
const program = (name: string) => (process.platform === 'win32' ? `${name}.exe` : name);

export type Embedded = {
  /** Connection of the superuser to the database `fettle`. */
  adminUrl: string;
  /** True where a server left over by a killed program was found running and taken over. */
  adopted: boolean;
  stop(): Promise<void>;
};

export type LaunchOptions = {
  dataDir: string;
  /** For tests only: gives up safety against power loss for speed. */
  throwaway?: boolean;
};

type Connection = { port: number; password: string };

/**
 * Starts the embedded PostgreSQL below `dataDir`, or adopts the one that runs there already.
 * It listens on loopback only, on a free port with a random password, both kept in a file that only the owner reads.
 * Throws `StartupError` with what to do.
 */
export async function startPostgres(options: LaunchOptions): Promise<Embedded> {
  const { dataDir } = options;
  prepareFolder(dataDir);
  const account = serverAccount();
  const bin = findBinaries(account);
  const cluster = join(dataDir, `pg${MAJOR}`);
  refuseOtherMajor(dataDir, cluster);
  if (!existsSync(cluster)) await initialise(bin, dataDir, cluster, account);
  const left = readConnection(dataDir);
  if (left && (await answers(left))) return handle(bin, cluster, left, account, true);
  const connection = {
    port: await freePort(),
    password: left?.password ?? readFileSync(join(dataDir, 'pg.password'), 'utf8'),
  };
  await startServer(bin, cluster, connection, account, options.throwaway ?? false);
  writeFileSync(join(dataDir, 'pg.json'), JSON.stringify(connection), { mode: 0o600 });
  return handle(bin, cluster, connection, account, false);
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, '.writable'), '');
    rmSync(join(dataDir, '.writable'));
  } catch (cause) {
    const full = (cause as NodeJS.ErrnoException).code === 'ENOSPC';
    throw new StartupError(
      full
        ? `The disk of the data directory ${dataDir} is full. Free some room and start again.`
        : `The data directory ${dataDir} cannot be written. Give this user the right to write there, or set FETTLE_DATA_DIR to another folder.`,
      { cause },
    );
  }
}

/** A cluster of another major version cannot be read by this one, and must not be passed over in silence. */
function refuseOtherMajor(dataDir: string, cluster: string): void {
  const stamp = join(cluster, 'PG_VERSION');
  const found = existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : String(MAJOR);
  const other = [14, 15, 16, 17, 19].find((major) => existsSync(join(dataDir, `pg${major}`)));
  if (found !== String(MAJOR) || (other && !existsSync(cluster)))
    throw new StartupError(
      `The data directory ${dataDir} was made by PostgreSQL ${other ?? found}; this version of Fettle brings ${MAJOR}. ` +
        'Start the version of Fettle that made it, export the data, and import it here; or set FETTLE_DATA_DIR to an empty folder.',
    );
}

function serverAccount(): Account {
  if (process.getuid?.() !== 0) return null;
  const line = ['postgres', 'nobody']
    .map((name) =>
      readFileSync('/etc/passwd', 'utf8')
        .split('\n')
        .find((entry) => entry.startsWith(`${name}:`)),
    )
    .find(Boolean);
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid)
    throw new StartupError(
      'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" here. Start as an ordinary user.',
    );
  return { uid: Number(uid), gid: Number(gid) };
}

async function initialise(bin: string, dataDir: string, cluster: string, account: Account): Promise<void> {
  const half = join(dataDir, 'pg.init');
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  const passwordFile = join(dataDir, 'pg.password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [half, passwordFile]) chownSync(path, account.uid, account.gid);
  const flags = ['-D', half, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  try {
    await run(join(bin, program('initdb')), [...flags, ...locale], { ...(account ?? {}), cwd: dataDir });
  } catch (cause) {
    throw serverFailure(cause, dataDir, 'The database could not be created');
  }
  renameSync(half, cluster);
}

/** Settings for a shared small machine: modest memory, no JIT (it costs more than it gives on short queries), local sockets off. */
function settings(port: number, throwaway: boolean): Record<string, string> {
  const sharedMb = Math.max(64, Math.min(256, Math.floor(totalmem() / 1_048_576 / 8)));
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: `${sharedMb}MB`,
    max_connections: throwaway ? '120' : '60',
    effective_cache_size: `${Math.floor(totalmem() / 1_048_576 / 2)}MB`,
    random_page_cost: '1.1',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    jit: 'off',
    logging_collector: 'off',
    ...(throwaway ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : {}),
  };
}

async function startServer(
  bin: string,
  cluster: string,
  connection: Connection,
  account: Account,
  throwaway: boolean,
): Promise<void> {
  const options = Object.entries(settings(connection.port, throwaway)).map(
    ([name, value]) => `-c ${name}=${value === '' ? "''" : value}`,
  );
  const log = `${cluster}.log`;
  closeSync(openSync(log, 'a'));
  if (account) chownSync(log, account.uid, account.gid);
  const args = ['-D', cluster, '-l', log, '-w', '-t', String(START_SECONDS), '-o', options.join(' '), 'start'];
  const until = Date.now() + START_SECONDS * 1000;
  for (;;) {
    // A group of its own: Ctrl-C in the terminal reaches us, and we stop it in order.
    const code = await new Promise<number>((resolve) => {
      const child = spawn(join(bin, program('pg_ctl')), args, {
        ...(account ?? {}),
        cwd: join(cluster, '..'),
        detached: true,
        stdio: 'ignore',
      });
      child.on('error', () => resolve(1));
      child.on('exit', (exit) => resolve(exit ?? 1));
    });
    if (code === 0) return;
    const said = existsSync(log) ? readFileSync(log, 'utf8').slice(-2_000) : '';
    // A killed postmaster may linger until it is reaped; anything else will not mend by waiting.
    if (Date.now() > until || !/postmaster\.pid|is starting up|shared memory block/.test(said))
      throw serverFailure(new Error(said), cluster, 'PostgreSQL did not start');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function serverFailure(cause: unknown, where: string, what: string): StartupError {
  const said =
    cause instanceof Error ? `${cause.message}\n${(cause as { stderr?: string }).stderr ?? ''}` : String(cause);
  if (/No space left on device|ENOSPC/.test(said))
    return new StartupError(`The disk under ${where} is full. Free some room and start again.`, { cause });
  if (/Permission denied|could not access directory/.test(said))
    return new StartupError(
      `PostgreSQL may not reach ${where}. Put the data directory where other users may pass through (FETTLE_DATA_DIR), or start as an ordinary user.`,
      { cause },
    );
  const last =
    said
      .trim()
      .split('\n')
      .filter((line) => /FATAL|ERROR|PANIC|error:/.test(line))
      .at(-1) ?? said.trim().split('\n').at(-1);
  return new StartupError(`${what}: ${last ?? 'it gave no reason'}. Its log is ${where}.log.`, { cause });
}

function handle(bin: string, cluster: string, connection: Connection, account: Account, adopted: boolean): Embedded {
  return {
    adminUrl: urlOf(connection, 'fettle'),
    adopted,
    async stop() {
      await run(join(bin, program('pg_ctl')), ['-D', cluster, '-m', 'fast', '-w', 'stop'], {
        ...(account ?? {}),
        cwd: join(cluster, '..'),
      }).catch((cause) => {
        if (existsSync(join(cluster, 'postmaster.pid'))) throw cause;
      });
    },
  };
}

function urlOf({ port, password }: Connection, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
}

function readConnection(dataDir: string): Connection | null {
  const path = join(dataDir, 'pg.json');
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Connection;
  } catch {
    return null;
  }
}

async function answers(connection: Connection): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(connection, 'postgres'), connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
