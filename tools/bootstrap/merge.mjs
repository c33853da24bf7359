// Run by Node 24 when packages were installed anew: `merge.mjs <the project's folder>`.
import { basename, dirname } from 'node:path';
import { rolldown } from 'rolldown';
import { MERGED, mergedFile } from './merged.mjs';

const root = process.argv[2];
const input = Object.fromEntries(MERGED.map((name) => [basename(mergedFile(root, name), '.mjs'), name]));
const bundle = await rolldown({ cwd: root, input, platform: 'node', logLevel: 'silent' });
await bundle.write({
  dir: dirname(mergedFile(root, 'any')),
  format: 'esm',
  entryFileNames: '[name].mjs',
  chunkFileNames: '[name]-[hash].mjs',
});
