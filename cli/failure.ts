import pg from 'pg';
import { Fault, StartupError } from '#kernel/errors.ts';

/** Why something could not be done, for a person; a defect with where it happened. */
export function failureText(error: unknown): string {
  if (error instanceof StartupError || error instanceof Fault) return `Fettle cannot do this: ${error.message}`;
  const { code } = error as { code?: unknown };
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: String(error) };
  const known = typeof code === 'string' ? byCode(code, error) : undefined;
  if (known) return `Fettle cannot go on: ${known}`;
  if (/Connection terminated|timeout exceeded when trying to connect/.test(message))
    return `Fettle cannot go on: ${NO_DATABASE}`;
  return `Fettle cannot do this because of a defect: ${stack}`;
}

const NO_DATABASE = 'the database does not answer any more. What was done stays; see that it runs, then do this again.';

/** SQLSTATEs (PostgreSQL manual, appendix A) and errors of the system that a person can mend. */
function byCode(code: string, error: unknown): string | undefined {
  if (code === '53100' || code === 'ENOSPC' || code === 'EDQUOT')
    return 'the disk is full. Free some room, then do this again.';
  if (error instanceof pg.DatabaseError && /^(08|53|57P)/.test(code)) return NO_DATABASE;
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE') return NO_DATABASE;
  const { path } = error as { path?: string };
  if (path && code === 'ENOENT') return `there is no ${path}.`;
  if (path && (code === 'EACCES' || code === 'EPERM')) return `this user may not use ${path}.`;
  if (path && (code === 'EISDIR' || code === 'ENOTDIR' || code === 'EROFS')) return `${path} cannot be used (${code}).`;
  return undefined;
}
