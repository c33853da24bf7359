import pg from 'pg';
import { Fault } from '#kernel/errors.ts';

/** What Node and pg say when there is no database to talk to, or the connection went while it was talked to. */
const GONE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const GONE_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable|Client was closed/;

const PLEASE = 'Nothing was saved; try again shortly.';

/** What went wrong with the database in a form that a person can act on; undefined for what is a defect of ours. */
export function fromDatabase(error: unknown): Fault | undefined {
  if (error instanceof pg.DatabaseError) return fromServer(error);
  if (!(error instanceof Error)) return undefined;
  const gone = GONE_CODES.has((error as NodeJS.ErrnoException).code ?? '') || GONE_WORDS.test(error.message);
  return gone
    ? new Fault('unavailable', `The database does not answer right now. ${PLEASE}`, { cause: error })
    : undefined;
}

/** SQLSTATE classes: PostgreSQL manual, appendix A. */
function fromServer(error: pg.DatabaseError): Fault | undefined {
  const fault = (code: 'malformed' | 'unavailable' | 'not_found' | 'insufficient_storage', detail: string) =>
    new Fault(code, detail, { cause: error });
  const field = (detail: string, message: string) =>
    new Fault('invalid', detail, { cause: error, errors: [{ path: columnsOf(error), message }] });
  switch (error.code) {
    case '23505':
      return field('Something with this name or key exists already.', 'is taken already');
    case '23503':
      return missing(error);
    case '23514':
    case '22P02':
    case '22003':
      return fault('malformed', 'A value is outside what is allowed.');
    case '22021':
    case '22P05':
      return fault('malformed', 'A text holds a character that no text may hold (NUL).');
    case '42501':
      return fault('not_found', 'There is no such thing, or you may not see it.');
    case '57014':
      return fault('unavailable', 'This took too long and was stopped. Narrow it down and try again.');
    case '53100':
      return fault('insufficient_storage', `The disk of the database is full. ${PLEASE}`);
    // Tried again several times already, and others were always quicker.
    case '40001':
    case '40P01':
      return fault('unavailable', `Too many people are changing the same thing right now. ${PLEASE}`);
  }
  // Connection exceptions, insufficient resources, and the server going down or coming up.
  return /^(08|53|57P0)/.test(error.code ?? '')
    ? fault('unavailable', `The database cannot take this right now. ${PLEASE}`)
    : undefined;
}

/** PostgreSQL tells in its own words, which may be another language's, whether something is missing or still needed. */
function missing(error: pg.DatabaseError): Fault {
  const path = columnsOf(error);
  const message = /^insert or update/.test(error.message)
    ? 'does not exist here'
    : /^update or delete/.test(error.message)
      ? 'is still in use'
      : 'does not exist here or is in use';
  const detail =
    message === 'is still in use' ? 'This is still in use: something else refers to it.' : `${path}: ${message}`;
  return new Fault('invalid', detail, { cause: error, errors: [{ path, message }] });
}

/**
 * The field at fault: from the constraint's detail, `Key (client_id, lower(name))=(…)` → `name`, the last one named. Under row-level
 * security PostgreSQL keeps the detail to itself; then from the constraint's name, `sites_name` or `macros_owner_id_fkey`.
 */
function columnsOf(error: pg.DatabaseError): string {
  const columns = /^Key \((.*?)\)=\(/.exec(error.detail ?? '')?.[1] ?? '';
  const named = columns
    .split(',')
    .map((column) => column.trim().replace(/^lower\((.*)\)$/, '$1'))
    .filter((column) => column && column !== 'client_id');
  return camel(named.at(-1) ?? byConstraint(error)) || 'body';
}

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function byConstraint({ table, constraint }: pg.DatabaseError): string {
  if (!table || !constraint?.startsWith(`${table}_`)) return '';
  return constraint.slice(table.length + 1).replace(/^client_id_(?!fkey$)|^pkey$|_?f?key$/g, '');
}
