import { expect, test } from 'vitest';
import { startPostgres } from '#platform/postgres/index.ts';
import { ADMIN, dataFolder, ownDatabase, postmaster, type Started, startedFolder, startServer } from './running.ts';

const admin = { FETTLE_ADMIN_EMAIL: ADMIN.email, FETTLE_ADMIN_PASSWORD: ADMIN.password };

/** A start, a crash and a recovery, on a machine that has other things to do. */
const PATIENCE_MS = 120_000;

/** Asks something of the database until it fails and works again; what is said in between must be said properly. */
async function untilBack(address: string): Promise<number[]> {
  const others: number[] = [];
  for (;;) {
    const answer = await fetch(`${address}/api/v1/setup`);
    if (answer.status === 200 && others.length > 0) return others;
    if (answer.status === 200) continue;
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    others.push(answer.status);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function endWell(server: Started): Promise<void> {
  server.signal('SIGTERM');
  expect((await server.ended).code).toBe(0);
}

test(
  'the embedded database is killed: the program says 503, brings it back, and goes on',
  async () => {
    const dataDir = await startedFolder();
    const server = startServer({ dataDir, env: admin });
    const address = await server.ready();
    const before = postmaster(dataDir) ?? 0;
    process.kill(before, 'SIGKILL');
    expect(new Set(await untilBack(address))).toEqual(new Set([503]));
    expect(postmaster(dataDir)).not.toBe(before);
    await expect.poll(() => server.said(), { timeout: 30_000 }).toMatch(/The database is back/);
    await endWell(server);
    expect(postmaster(dataDir)).toBeNull();
  },
  PATIENCE_MS,
);

test(
  'a database of one’s own is killed and comes back: the program waits for it and goes on',
  async () => {
    const folder = dataFolder();
    const postgres = await startPostgres({ dataDir: folder });
    const server = startServer({
      dataDir: dataFolder(),
      env: { ...admin, DATABASE_URL: ownDatabase(postgres.adminUrl) },
    });
    const address = await server.ready();
    process.kill(postmaster(folder) ?? 0, 'SIGKILL');
    expect(new Set(await untilBack(address))).toEqual(new Set([503]));
    await endWell(server);
    await postgres.stop();
    expect(postmaster(folder)).toBeNull();
  },
  PATIENCE_MS,
);
