import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '#platform/postgres/index.ts';
import { roomyMemory } from './roomy-memory.ts';
import { dropSeeds } from './seed.ts';

/** One throwaway cluster for the run, or the server that DATABASE_URL names; afterwards nothing of ours is left on it. */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.FETTLE_TEST_RUN = randomBytes(4).toString('hex');
  const external = process.env.DATABASE_URL;
  if (external) {
    process.env.FETTLE_TEST_ADMIN_URL = external;
    return async () => {
      dropSeeds();
      await dropLeftovers(external);
    };
  }
  const dataDir = mkdtempSync(join(roomyMemory(), 'fettle-tests-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startPostgres({ dataDir, throwaway: true });
  process.env.FETTLE_TEST_ADMIN_URL = postgres.adminUrl;
  return async () => {
    dropSeeds();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function dropLeftovers(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname like 'fettle\\_test\\_%'",
    );
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  } finally {
    await client.end();
  }
}
