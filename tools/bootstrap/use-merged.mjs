// Loaded before the server (`node --import`): takes packages from their merged files where those are.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { MERGED, mergedFile } from './merged.mjs';
import { ROOT } from './root.mjs';

const files = MERGED.map((name) => mergedFile(ROOT, name));
// All or none: two copies of one package would not know each other's things.
if (files.every((file) => existsSync(file))) {
  const urls = new Map(MERGED.map((name, index) => [name, pathToFileURL(files[index]).href]));
  registerHooks({
    resolve(name, context, next) {
      const url = urls.get(name);
      return url ? { url, format: 'module', shortCircuit: true } : next(name, context);
    },
  });
}
