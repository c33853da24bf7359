import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { operationsFile } from './operations-file.ts';

test('the typed client is what the routes say', async () => {
  const stored = readFileSync(new URL('../../client/operations.gen.ts', import.meta.url), 'utf8');
  expect(stored, 'run `node tools/generate/operations.ts`').toBe(await operationsFile());
});
