import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** Whether a package of the lock file is made for this machine. Those that also name a C library are left to npm. */
function isForThisMachine({ os, cpu, libc }) {
  if ((!os && !cpu) || libc) return false;
  return (os ?? [process.platform]).includes(process.platform) && (cpu ?? [process.arch]).includes(process.arch);
}

/**
 * Whether node_modules holds what the lock file says. npm writes its own note of what it installed (node_modules/.package-lock.json)
 * last, so an install that was broken off has none, or an old one, and a folder that is gone since shows too.
 */
export function isInstalled(root) {
  const note = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const present = packagesOf(note);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = present[path];
    if (!found) return wanted.optional === true && !isForThisMachine(wanted);
    return (
      found.version === wanted.version &&
      found.integrity === wanted.integrity &&
      existsSync(join(root, path, 'package.json'))
    );
  });
}
