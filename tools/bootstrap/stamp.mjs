import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 over the names and contents of files and folders, in a fixed order. Missing ones count as missing. */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) visit(`${path}/${name}`);
      return;
    }
    hash.update(`${path}\n`).update(readFileSync(full)).update('\n');
  };
  for (const path of paths) visit(path);
  return hash.digest('hex');
}

/** Whether the step `name` was last done for the same input. */
export function isDone(root, name, input) {
  const path = join(root, '.fettle', `${name}.stamp`);
  return existsSync(path) && readFileSync(path, 'utf8') === input;
}

/** Notes that the step `name` was done for `input`. */
export function markDone(root, name, input) {
  writeFileSync(join(root, '.fettle', `${name}.stamp`), input);
}
