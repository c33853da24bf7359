import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Home } from './home.ts';

const WAIT_SECONDS = 30;
/** Answers that waiting will not better: nobody listens, or it is not our server (invalid password, no such role or database). */
const FINAL = new Set(['ECONNREFUSED', '28P01', '28000', '3D000']);

export type Postmaster = { pid: number; port: number };

/** The server that the cluster's own note names, alive or not. */
export function readPostmaster({ cluster }: Home): Postmaster | null {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** The superuser's connection to `database` of the server on `port`. No TLS, whatever PGSSLMODE says: it never leaves the machine. */
export function adminUrl(port: number, password: string, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;
}

/**
 * A connection to a server that runs or is about to; null where none answers on `port` to this password. One that is slow, on a busy
 * machine or while it recovers, is waited for: to take it for dead would stop it under another process of ours.
 */
export async function connect(port: number, password: string): Promise<pg.Client | null> {
  const until = Date.now() + WAIT_SECONDS * 1000;
  for (;;) {
    const client = new pg.Client({
      connectionString: adminUrl(port, password, 'postgres'),
      connectionTimeoutMillis: 5_000,
      application_name: 'fettle launcher',
    });
    // The server going away is found out by the queries that need it.
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (FINAL.has((error as { code?: string }).code ?? '') || Date.now() > until) return null;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/**
 * Whether the process is a PostgreSQL server. After a reboot or in a new container the number in the note may be anybody's, and
 * PostgreSQL would refuse to start for its sake. Where we cannot tell, we say yes and leave it to PostgreSQL.
 */
export function isPostgres(pid: number): boolean {
  try {
    if (process.platform === 'win32') return process.kill(pid, 0);
    const command =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes('postgres');
  } catch {
    return false;
  }
}
