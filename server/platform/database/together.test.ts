import { expect, test } from 'vitest';
import { prepareDatabase } from '#server/program.ts';
import { freshDatabase } from '#tests/database.ts';

test('several processes may ready one database at once', async () => {
  const database = await freshDatabase();
  try {
    for (let round = 0; round < 3; round++) {
      const all = [1, 2, 3, 4].map(() => prepareDatabase(database.adminUrl, database.secret));
      expect((await Promise.allSettled(all)).filter(({ status }) => status === 'rejected')).toEqual([]);
    }
  } finally {
    await database.drop();
  }
});
