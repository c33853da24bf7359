import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { memoryOf } from './memory.ts';

const ROOT = join(import.meta.dirname, '../..');
const READY_MS = 120_000;
export const OWNER = { email: 'owner@msp.example', password: 'four quiet green harbours' };

/** Fettle as `npm start` runs it, in processes of its own. */
export type Running = {
  address: string;
  /** Milliseconds from the command to the line that says it is ready. */
  startedIn: number;
  /** Where it takes mail (SMTP). */
  smtpPort: number;
  /** Connection of the superuser. */
  adminUrl: string;
  /** Memory of all its processes now, in MB; null where the system does not tell. */
  memory(): { rss: number; pss: number; processes: number } | null;
  stop(): Promise<void>;
};

/** Starts it on a free port with its data in `dataDir`, and waits until it is ready. */
export async function startProgram(dataDir: string): Promise<Running> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(FETTLE_|NODE_|DATABASE_URL|PORT$|HOST$|PG|npm_)/.test(name),
  );
  const smtpPort = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, ['bin/fettle.mjs', 'start'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...Object.fromEntries(kept),
      PORT: '0',
      FETTLE_DATA_DIR: dataDir,
      FETTLE_ADMIN_EMAIL: OWNER.email,
      FETTLE_ADMIN_PASSWORD: OWNER.password,
      FETTLE_RATE_LIMIT: '100000000',
      FETTLE_SMTP_PORT: String(smtpPort),
    },
  });
  const address = await readyAddress(child);
  const startedIn = performance.now() - from;
  const [pid, , , port] = readFileSync(join(dataDir, 'pg18/postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(dataDir, 'pg.password'), 'utf8').trim();
  return {
    address,
    startedIn,
    smtpPort,
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/fettle?sslmode=disable`,
    memory: () => memoryOf([child.pid ?? 0, Number(pid)]),
    stop: () =>
      new Promise((resolve) => {
        child.on('close', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function readyAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`It does not serve:\n${said}`)), READY_MS);
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const address = /Fettle is ready: +(\S+)\n/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    });
    child.on('close', () => reject(new Error(`It ended:\n${said}`)));
  });
}
