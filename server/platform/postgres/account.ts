import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartupError } from '#kernel/errors.ts';

/** The account that runs PostgreSQL where we are root, which PostgreSQL refuses to be. Null: ourselves. */
export type Account = { uid: number; gid: number } | null;

/** Tried in this order; `nobody` is there on every Unix. PostgreSQL must find its account in the list, a bare number is not enough. */
const NAMES = ['postgres', '_postgres', 'nobody'];

/**
 * Who runs the server of `cluster`: the owner it has already, else a suitable account of this machine.
 * Throws `StartupError` where the cluster belongs to somebody we cannot become, or no account is there.
 */
export function serverAccount(cluster: string): Account {
  const self = process.getuid?.();
  if (self === undefined) return null;
  const owner = existsSync(cluster) ? statSync(cluster) : null;
  if (self !== 0) {
    if (owner && owner.uid !== self)
      throw new StartupError(
        `The database in ${cluster} belongs to another user (number ${owner.uid}). Start as that user, or set FETTLE_DATA_DIR to another folder.`,
      );
    return null;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const list = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  const line = NAMES.map((name) => list.find((entry) => entry.startsWith(`${name}:`))).find(Boolean);
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid)
    throw new StartupError(
      'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" here. Start as an ordinary user.',
    );
  // macOS lists nobody as -2.
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
}

/** Whether `account` may pass through every folder from the root down to `path`, and `path` itself if it is a folder. */
export function canPass(path: string, account: Account): boolean {
  if (account === null) return true;
  for (let step = path; ; step = dirname(step)) {
    const { mode, uid, gid } = statSync(step);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (step === dirname(step)) return true;
  }
}
