import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What browsers keep from pages over plain http, where a desk in its own network may be reached. */
const KEPT = /crypto\.(?:randomUUID|subtle)\b/;

test('the web app asks for nothing that browsers give to pages over https alone', () => {
  const files = globSync('web/**/*.{ts,tsx}', { cwd: new URL('../..', import.meta.url) });
  expect(files.length).toBeGreaterThan(500);
  expect(
    files.filter((file) =>
      KEPT.test(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').replace(/\/\*.*?\*\//gs, '')),
    ),
  ).toEqual([]);
});
