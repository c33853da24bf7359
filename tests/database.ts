import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll } from 'vitest';
import { prepareDatabase } from '#server/program.ts';

/** The installation secret of every test database: roles are shared by a server's databases, so it must be one. */
export const TEST_SECRET = createHash('sha256').update('fettle tests').digest();

const TEMPLATE = 'fettle_test_template';
const TEMPLATE_LOCK = 7_714_220_113;

function serverUrl(database: string): string {
  const admin = process.env.FETTLE_TEST_ADMIN_URL;
  if (!admin) throw new Error('FETTLE_TEST_ADMIN_URL is not set: run the tests through "npm test"');
  const url = new URL(admin);
  url.pathname = `/${database}`;
  return url.toString();
}

async function onServer<R>(work: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: serverUrl('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the migrated template once per test run; workers take turns. */
async function ensureTemplate(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const name = `${TEMPLATE}_${process.env.FETTLE_TEST_RUN ?? 'local'}`;
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [`${name}_ready`]);
    if (rows.length > 0) return;
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
    await prepareDatabase(serverUrl(name), TEST_SECRET);
    await client.query(`alter database ${name} rename to ${name}_ready`);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

export type TestDatabase = { adminUrl: string; secret: Buffer; drop(): Promise<void> };

/** A migrated database of one's own, cloned from the template. `drop` it when done, or use `testDatabase`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `fettle_test_${randomBytes(6).toString('hex')}`;
  const template = `${TEMPLATE}_${process.env.FETTLE_TEST_RUN ?? 'local'}_ready`;
  await onServer(async (client) => {
    await ensureTemplate(client);
    // Files of a template that nobody writes to are copied in half the time of logging them.
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  });
  return {
    adminUrl: serverUrl(name),
    secret: TEST_SECRET,
    drop: () => onServer(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

/** One made by the migrations themselves: rights on the database as a whole are not copied from a template. */
export async function freshDatabase(): Promise<TestDatabase> {
  const database = await emptyDatabase();
  await prepareDatabase(database.adminUrl, TEST_SECRET);
  return database;
}

/** One in which nothing is. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const name = `fettle_test_${randomBytes(6).toString('hex')}`;
  await onServer(async (client) => void (await client.query(`create database ${name}`)));
  return {
    adminUrl: serverUrl(name),
    secret: TEST_SECRET,
    drop: () => onServer(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

/** The same for a test file: dropped after its last test. */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  afterAll(() => database.drop());
  return database;
}
