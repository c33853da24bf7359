import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { program } from './binaries.ts';
import { startupFailure } from './failure.ts';
import type { Home } from './home.ts';
import { isPostgres, readPostmaster } from './running.ts';
import { SETTINGS_FILE, serverSettings } from './settings.ts';

const START_SECONDS = 30;
const STOP_SECONDS = 60;
const LOG_BYTES = 10_000_000;

/** A killed postmaster lingers until it is reaped, and a free port may be taken before we use it; anything else will not mend by waiting. */
const PASSING =
  /lock file "postmaster\.pid" already exists|shared memory block .* is still in use|Address already in use/;

/** Our environment without what would steer PostgreSQL's programs, and with messages we can read. */
export function serverEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG[A-Z]+|LANG|LC_\w+)$/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

/** Runs pg_ctl in a process group of its own, so that Ctrl-C in the terminal reaches us alone and we stop the server in order. */
function pgCtl(bin: string, { folder, account }: Home, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program(bin, 'pg_ctl'), args, {
      ...account,
      cwd: folder,
      env: serverEnv(),
      detached: process.platform !== 'win32',
      stdio: 'ignore',
      windowsHide: true,
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Starts the server of an existing cluster on `port`, or on a free one, trying again while the trouble is a passing one. Throws
 * `StartupError`.
 */
export async function startServer(
  bin: string,
  home: Home,
  { throwaway, port }: { throwaway: boolean; port?: number },
): Promise<void> {
  const { cluster, account } = home;
  const log = `${cluster}.log`;
  const until = Date.now() + START_SECONDS * 1000;
  for (;;) {
    let said: unknown;
    try {
      const from = openLog(log, home);
      const settings = join(cluster, SETTINGS_FILE);
      writeFileSync(settings, serverSettings(port ?? (await usualPort(settings)), throwaway), { mode: 0o600 });
      if (account) chownSync(settings, account.uid, account.gid);
      const code = await pgCtl(bin, home, ['-D', cluster, '-l', log, '-w', '-t', String(START_SECONDS), 'start']);
      if (code === 0) return;
      said = new Error(readFileSync(log, 'utf8').slice(from));
    } catch (error) {
      said = error;
    }
    if (Date.now() > until || !PASSING.test(String(said)))
      throw startupFailure(said, home.folder, 'PostgreSQL did not start');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** The log's length before this start, so that an older one's troubles are not taken for ours. An overlong log becomes `.old`. */
function openLog(log: string, { account }: Home): number {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) renameSync(log, `${log}.old`);
  closeSync(openSync(log, 'a', 0o600));
  if (account) chownSync(log, account.uid, account.gid);
  return readFileSync(log, 'utf8').length;
}

/** Stops the server if it runs: open transactions are rolled back, everything committed is on disk. Throws where it will not stop. */
export async function stopServer(bin: string, home: Home): Promise<void> {
  const { cluster } = home;
  for (const mode of ['fast', 'immediate']) {
    const noted = readPostmaster(home);
    if (!noted) return;
    // Killed: it could not take its note with it.
    if (!isPostgres(noted.pid)) return forgetServer(home);
    const args = ['-D', cluster, '-m', mode, '-w', '-t', String(STOP_SECONDS), 'stop'];
    if ((await pgCtl(bin, home, args)) === 0) return;
  }
  if (existsSync(join(cluster, 'postmaster.pid')))
    throw new Error(`The PostgreSQL server of ${cluster} did not stop. Its log is ${cluster}.log.`);
}

/** Removes the note of a server that is not there any more. */
export function forgetServer({ cluster }: Home): void {
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** The port it had last, by which other processes of this installation may still know it; a free one where that is taken. */
async function usualPort(settings: string): Promise<number> {
  const last = existsSync(settings) ? /^port = '(\d+)'$/m.exec(readFileSync(settings, 'utf8'))?.[1] : undefined;
  return freePort(Number(last ?? 0)).catch(() => freePort(0));
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
