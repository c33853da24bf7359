import { StartupError } from '#kernel/errors.ts';

const FULL = /No space left on device|ENOSPC|EDQUOT/;

/** What PostgreSQL's programs and the system say, and what a person can do about it. `{where}` is the folder. */
const REMEDIES: readonly [RegExp, string][] = [
  [
    /could not look up effective user ID/,
    'This user has no entry in the list of users (/etc/passwd), which PostgreSQL needs. Start as another user, or point DATABASE_URL at a server.',
  ],
  [
    /wrong ownership/,
    'The files in {where} belong to a mix of users. Give them all to the user who starts Fettle (or to "postgres" when root starts it).',
  ],
  [
    /spawn .* ENOENT|cannot execute|Exec format error/,
    'The embedded PostgreSQL does not run on this system (it needs glibc). Point DATABASE_URL at a PostgreSQL server (15 or newer).',
  ],
  [
    /ENOENT: .* mkdir|ENOTDIR|EEXIST|EACCES|EPERM|EROFS|Permission denied|could not access directory|Read-only file system/,
    'The data directory {where} cannot be written. Give this user the right to write there, or set FETTLE_DATA_DIR to another folder.',
  ],
];

/** Whether something failed because there is no room: on this machine's disk, or as its PostgreSQL says. */
export const isDiskFull = (error: unknown): boolean => {
  const { message, cause, stderr } = (error ?? {}) as { message?: string; cause?: unknown; stderr?: string };
  return FULL.test(`${message} ${stderr}`) || (cause !== undefined && isDiskFull(cause));
};

/** Says that there is no room where `where` lies. */
export const diskFull = (where: string, cause: unknown): StartupError =>
  new StartupError(`The disk under ${where} is full. Free some room and start again.`, { cause });

/** Turns what went wrong in `where` into one line that says what to do. */
export function startupFailure(cause: unknown, where: string, what: string): StartupError {
  if (cause instanceof StartupError) return cause;
  if (isDiskFull(cause)) return diskFull(where, cause);
  const { stderr = '' } = (cause ?? {}) as { stderr?: string };
  const said = `${cause instanceof Error ? cause.message : cause}\n${stderr}`.trim();
  const remedy = REMEDIES.find(([pattern]) => pattern.test(said))?.[1];
  if (remedy) return new StartupError(remedy.replace('{where}', where), { cause });
  const lines = said.split('\n');
  const last = lines.findLast((line) => /FATAL|PANIC|ERROR|error:/.test(line)) ?? lines.at(-1);
  return new StartupError(`${what} in ${where}: ${last || 'it gave no reason'}.`, { cause });
}
