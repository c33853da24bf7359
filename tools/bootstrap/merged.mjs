import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { step } from './output.mjs';
import { runQuietly } from './run.mjs';
import { fingerprint, isDone, markDone } from './stamp.mjs';

/**
 * Packages that come as hundreds of small modules. Finding and linking each takes longer than running it, so they are merged into
 * one file each, beside their own: that takes a fifth off the loading of the program.
 */
export const MERGED = ['typebox', 'typebox/compile', 'kysely'];

/** The file into which a package's entry is merged. */
export const mergedFile = (root, name) => join(root, '.fettle', 'merged', `${name.replace('/', '-')}.mjs`);

/** Merges the packages when others are installed than last time. Without it the program starts all the same, only later. */
export async function mergePackages(root, node) {
  const input = fingerprint(root, ['package-lock.json', 'tools/bootstrap/merged.mjs', 'tools/bootstrap/merge.mjs']);
  if (isDone(root, 'merged', input) && MERGED.every((name) => existsSync(mergedFile(root, name)))) return;
  const done = await step('Merging packages that load slowly', async () => {
    rmSync(join(root, '.fettle', 'merged'), { recursive: true, force: true });
    const merge = fileURLToPath(new URL('merge.mjs', import.meta.url));
    return (await runQuietly(node, [merge, root])).code === 0;
  });
  if (done) markDone(root, 'merged', input);
  else rmSync(join(root, '.fettle', 'merged'), { recursive: true, force: true });
}
