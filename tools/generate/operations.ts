import { readFileSync, writeFileSync } from 'node:fs';
import { operationsFile } from './operations-file.ts';

/**
 * Writes client/operations.gen.ts anew from the routes: `node tools/generate/operations.ts`.
 * With `--check` it writes nothing, and fails when the file is not what the routes say.
 */
const FILE = new URL('../../client/operations.gen.ts', import.meta.url);
const text = await operationsFile();
if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  console.error('client/operations.gen.ts is not what the routes say: run `node tools/generate/operations.ts`');
  process.exitCode = 1;
}
