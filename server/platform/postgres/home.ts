import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '#kernel/errors.ts';
import { type Account, canPass, serverAccount } from './account.ts';
import { makeOpenFolder, SYSTEM_FOLDER } from './binaries.ts';

/** The major version that the package brings; a cluster of another one cannot be read. */
export const MAJOR = 18;

export type Home = {
  /** Folder of the cluster's log and of a cluster in the making. */
  folder: string;
  /** The cluster itself; may not exist yet. */
  cluster: string;
  account: Account;
};

/** Where the cluster of `dataDir` lives and who runs it. Throws `StartupError`. */
export function findHome(dataDir: string): Home {
  refuseOtherMajor(dataDir);
  const cluster = join(dataDir, `pg${MAJOR}`);
  const account = serverAccount(cluster);
  if (existsSync(cluster)) {
    const real = realpathSync(cluster);
    return { folder: join(real, '..'), cluster: real, account };
  }
  if (canPass(dataDir, account)) return { folder: dataDir, cluster, account };
  return elsewhere(cluster, account);
}

/** Root's data directory is closed to the account (a clone under /root): the cluster goes to the system's place, and a link tells so. */
function elsewhere(link: string, account: Account): Home {
  makeOpenFolder(SYSTEM_FOLDER);
  const folder = mkdtempSync(join(SYSTEM_FOLDER, 'data-'));
  makeOpenFolder(folder);
  rmSync(link, { force: true });
  const cluster = join(folder, `pg${MAJOR}`);
  symlinkSync(cluster, link);
  return { folder, cluster, account };
}

function refuseOtherMajor(dataDir: string): void {
  const stamp = join(dataDir, `pg${MAJOR}`, 'PG_VERSION');
  const majors = existsSync(stamp)
    ? [readFileSync(stamp, 'utf8').trim()]
    : readdirSync(dataDir).flatMap((name) => /^pg(\d+)$/.exec(name)?.[1] ?? []);
  const other = majors.find((major) => major !== String(MAJOR));
  if (other)
    throw new StartupError(
      `The data directory ${dataDir} was made by PostgreSQL ${other}; this version of Fettle brings ${MAJOR}. ` +
        'Start the version of Fettle that made it, export the data, and import it here; or set FETTLE_DATA_DIR to an empty folder.',
    );
}
