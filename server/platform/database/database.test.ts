import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { TEST_SECRET, testDatabase } from '#tests/database.ts';
import { appUrl, contextKey, Database, SYSTEM } from './index.ts';

const { adminUrl } = await testDatabase();
const db = new Database({ url: appUrl(adminUrl, TEST_SECRET), contextKey: contextKey(TEST_SECRET), maxConnections: 1 });
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => Promise.all([db.close(), admin.end()]));

const pid = 'select pg_backend_pid() as pid';
const end = (which: number | undefined) => admin.query('select pg_terminate_backend($1, 5000)', [which]);

test.each([
  ['while a statement runs', (pause: () => Promise<unknown>) => pause()],
  ['between two statements', () => Promise.resolve()],
])('a connection that ends %s fails the work on it, and nothing else', async (_, meanwhile) => {
  const work = db.as(SYSTEM, async (_tx, hot) => {
    const [own] = await hot<{ pid: number }>('', pid, []);
    await Promise.all([meanwhile(() => hot('', 'select pg_sleep(10)', [])), end(own?.pid)]);
    await hot('', pid, []);
  });
  await expect(work).rejects.toThrow(/terminat|not queryable/i);
  expect(await db.as(SYSTEM, (_tx, hot) => hot('', pid, []))).toHaveLength(1);
});
