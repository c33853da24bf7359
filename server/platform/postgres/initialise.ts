import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '#kernel/errors.ts';
import { program } from './binaries.ts';
import { diskFull, startupFailure } from './failure.ts';
import type { Home } from './home.ts';
import { serverEnv } from './server.ts';
import { SETTINGS_FILE } from './settings.ts';

const run = promisify(execFile);
const passwordPath = (dataDir: string) => join(dataDir, 'pg.password');

/** Bytes that a new cluster takes, at least. What initdb says of less is not always that the disk is full. */
const LEAST_ROOM = 60_000_000;
const roomLeft = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Makes the cluster beside its final place and moves it there when it is whole, so that a half-made one never counts. */
export async function initialise(bin: string, dataDir: string, { folder, cluster, account }: Home): Promise<void> {
  const half = join(folder, 'pg.init');
  const handed = join(folder, 'pg.init.password');
  const password = randomBytes(24).toString('hex');
  try {
    for (const path of [half, handed]) rmSync(path, { recursive: true, force: true });
    mkdirSync(half, { mode: 0o700 });
    writeFileSync(passwordPath(dataDir), password, { mode: 0o600 });
    writeFileSync(handed, password, { mode: 0o600 });
    if (account) for (const path of [half, handed]) chownSync(path, account.uid, account.gid);
    const flags = ['-D', half, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${handed}`, '--encoding=UTF8'];
    // The built-in locale sorts alike on every system.
    const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    await run(program(bin, 'initdb'), [...flags, ...locale], {
      ...account,
      cwd: folder,
      env: serverEnv(),
      windowsHide: true,
    });
    appendFileSync(join(half, 'postgresql.conf'), `\ninclude_if_exists = '${SETTINGS_FILE}'\n`);
    renameSync(half, cluster);
  } catch (cause) {
    // What a full disk holds of it would only stand in the way.
    rmSync(half, { recursive: true, force: true });
    if (roomLeft(folder) < LEAST_ROOM) throw diskFull(dataDir, cause);
    throw startupFailure(cause, dataDir, 'The database could not be created');
  } finally {
    rmSync(handed, { force: true });
  }
}

/** The superuser's password of the cluster in `dataDir`. Throws `StartupError` when it got lost. */
export function readPassword(dataDir: string): string {
  const path = passwordPath(dataDir);
  if (!existsSync(path))
    throw new StartupError(
      `The file ${path} is missing; without it the database cannot be opened. Restore it from a backup.`,
    );
  return readFileSync(path, 'utf8').trim();
}
