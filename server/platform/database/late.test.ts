import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database.ts';
import { appUrl, contextKey, Database, SYSTEM } from './index.ts';

const { adminUrl, secret } = await testDatabase();

test('a part of the work that goes on after another part failed never reaches the next transaction', async () => {
  const db = new Database({ url: appUrl(adminUrl, secret), contextKey: contextKey(secret), maxConnections: 1 });
  const late: Promise<unknown>[] = [];
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const failed = db.as(SYSTEM, async (tx, hot) => {
    const slow = async (ask: () => Promise<unknown>) => {
      await hot('one', 'select 1', []);
      await gate;
      return ask();
    };
    late.push(slow(() => hot('two', 'select 2', [])));
    late.push(slow(() => tx.selectFrom('staff').select('id').execute()));
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  await db.as(SYSTEM, async (_tx, hot) => {
    go();
    const outcomes = await Promise.allSettled(late);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await hot('three', 'select 3 as n', [])).toEqual([{ n: 3 }]);
  });
  await db.close();
});
