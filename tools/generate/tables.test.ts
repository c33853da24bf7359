import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database.ts';
import { tableTypes } from './tables.ts';

test('the types of the tables are what the migrations make', async () => {
  const { adminUrl } = await testDatabase();
  const stored = readFileSync(new URL('../../server/platform/database/tables.gen.ts', import.meta.url), 'utf8');
  expect(stored, 'migrate a scratch database and run `node tools/generate/tables.ts <url>`').toBe(
    await tableTypes(adminUrl),
  );
});
