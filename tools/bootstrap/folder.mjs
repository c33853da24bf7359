import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` tries for ever where the system says of a folder that is
 * there that it is not, as below /proc on Linux.
 * @param {string} path
 * @throws what the system says
 */
export function makeFolder(path) {
  try {
    mkdirSync(path);
  } catch (error) {
    if (error.code === 'EEXIST' && statSync(path).isDirectory()) return;
    if (error.code !== 'ENOENT' || existsSync(dirname(path))) throw error;
    makeFolder(dirname(path));
    makeFolder(path);
  }
}
