import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEndOfFile } from '../end-of-file.ts';
import { seedFolder } from '../seed.ts';

const ROOT = join(import.meta.dirname, '../..');
/** As `npm start` has it; an account of its own that may not write there goes without. */
export const COMPILED = join(ROOT, '.fettle', 'compiled');
const READY_MS = 90_000;

export const ADMIN = { email: 'olive@harbour.example', password: 'plain words do well' };

/** A Fettle in a process of its own, as `npm start` runs it. */
export type Started = {
  pid: number;
  /** Its address once it serves; throws with what it said if it ends before. */
  ready(): Promise<string>;
  signal(name: NodeJS.Signals): void;
  /** Resolves when the process has ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; said: string }>;
  said(): string;
};

export type Options = {
  dataDir: string;
  env?: Record<string, string>;
  args?: readonly string[];
  /** For a test that runs as root and wants not to. */
  account?: { uid: number; gid: number };
};

const children = new Set<ChildProcess>();
const folders = new Set<string>();

/** An empty data directory that other accounts may pass through, removed after the file's last test. */
export function dataFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'fettle-process-'));
  chmodSync(path, 0o755);
  folders.add(path);
  atEndOfFile(endAll);
  return path;
}

let seed: Promise<string> | undefined;

/**
 * A data directory in which Fettle has been started once, and which nobody has set up: a copy, since making a cluster and bringing it up
 * to date takes most of a first start.
 */
export async function startedFolder(): Promise<string> {
  seed ??= makeSeed();
  const path = dataFolder();
  // With the accounts that the files belong to.
  execFileSync('cp', ['-a', `${await seed}/.`, path]);
  return path;
}

async function makeSeed(): Promise<string> {
  const dataDir = seedFolder();
  chmodSync(dataDir, 0o755);
  const first = startServer({ dataDir });
  await first.ready();
  first.signal('SIGTERM');
  const { code, said } = await first.ended;
  if (code !== 0) throw new Error(`it did not end well:\n${said}`);
  return dataDir;
}

/** The process number of the cluster's server as its own note has it; null where no server runs. */
export function postmaster(dataDir: string): number | null {
  const path = join(dataDir, 'pg18', 'postmaster.pid');
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[0]) : null;
}

/** Whether the process still runs. One that has ended and waits for its parent to notice, as in a container, does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return !stat.slice(stat.lastIndexOf(')')).startsWith(') Z');
}

/** Starts server/main.ts on a free port (unless `env` names one), with nothing of our own environment that would steer it. */
export function startServer({ dataDir, env = {}, args = [], account }: Options): Started {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(FETTLE_|VITEST|NODE_|DATABASE_URL|PORT|HOST$|PG)/.test(name),
  );
  const child = spawn(process.execPath, ['--import', './tools/bootstrap/use-merged.mjs', 'server/main.ts', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...Object.fromEntries(kept), NODE_COMPILE_CACHE: COMPILED, PORT: '0', FETTLE_DATA_DIR: dataDir, ...env },
    ...account,
  });
  children.add(child);
  atEndOfFile(endAll);
  let said = '';
  let hear = () => {};
  child.stderr?.on('data', (chunk) => {
    said += chunk;
    hear();
  });
  const ended = new Promise<Awaited<Started['ended']>>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      children.delete(child);
      resolve({ code, signal, said });
      hear();
    });
  });
  const ready = () =>
    new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`it does not serve:\n${said}`)), READY_MS);
      hear = () => {
        const address = /Fettle is ready: +(\S+)\n/.exec(said)?.[1];
        if (address === undefined && children.has(child)) return;
        clearTimeout(late);
        if (address) resolve(address);
        else reject(new Error(`it ended:\n${said}`));
      };
      hear();
    });
  return { pid: child.pid ?? 0, ready, signal: (name) => void child.kill(name), ended, said: () => said };
}

/** A start that is to fail: what it said and its exit code. */
export async function refusal(options: Options): Promise<{ code: number | null; said: string }> {
  const { code, said } = await startServer(options).ended;
  return { code, said };
}

/** The launcher makes a cluster; its database is made by whoever starts on it. */
export function ownDatabase(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.pathname = '/postgres';
  return url.toString();
}

/** Ends what still runs, and then takes the folders away. */
async function endAll(): Promise<void> {
  for (const child of children) child.kill('SIGKILL');
  for (const path of folders) {
    const pid = postmaster(path);
    if (pid !== null && isAlive(pid)) process.kill(pid, 'SIGQUIT');
    while (pid !== null && isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
    rmSync(path, { recursive: true, force: true });
  }
  folders.clear();
}
