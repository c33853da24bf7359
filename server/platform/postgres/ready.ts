import pg from 'pg';
import { StartupError } from '#kernel/errors.ts';

/** Any number that is ours. */
const CREATING = 3_118_640_577;

/** Major version: the first with everything that scopes and queues rely on. */
const MINIMUM = 15;

/** Settings without which an acknowledged write can be lost in a crash (PostgreSQL manual, "Reliability"). */
const MUST_BE_ON = ['fsync', 'full_page_writes', 'synchronous_commit'];

/**
 * Checks the server behind `url`, makes the database `fettle` there if `create`, and refuses one that can lose what it acknowledged.
 * Throws `StartupError` with what to do.
 */
export async function checkServer(url: string, options: { create: boolean }): Promise<void> {
  const address = new URL(url);
  if (options.create) address.pathname = '/postgres';
  const client = new pg.Client({ connectionString: address.toString(), connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (cause) {
    throw new StartupError(
      `The database at ${address.hostname || 'localhost'}:${address.port || 5432} cannot be used: ${reason(cause)}. ` +
        'Check DATABASE_URL, the network and that the server runs.',
      { cause },
    );
  }
  try {
    await checkVersion(client);
    await checkDurability(client);
    if (!options.create) return;
    // Two starts at once take turns; the lock goes with the connection.
    await client.query('select pg_advisory_lock($1)', [CREATING]);
    const { rowCount } = await client.query("select from pg_database where datname = 'fettle'");
    if (!rowCount) await client.query('create database fettle');
  } finally {
    await client.end();
  }
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query('show server_version_num');
  const number = Number(rows[0].server_version_num);
  if (number >= MINIMUM * 10_000) return;
  throw new StartupError(
    `The PostgreSQL server is too old (${Math.floor(number / 10_000)}.${number % 10_000}); Fettle needs version ${MINIMUM} or newer.`,
  );
}

/** A name with several addresses fails with an error that says nothing itself. */
function reason(cause: unknown): string {
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  return first instanceof Error ? first.message : String(first);
}

/**
 * Throws `StartupError` where the server, this database or one of its users has a setting off without which acknowledged work can
 * be lost.
 */
export async function checkDurability(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from pg_settings where name = any($1) and setting = 'off'
     union
     select split_part(item, '=', 1)
       from pg_db_role_setting, unnest(setconfig) item
      where setdatabase in (0, (select oid from pg_database where datname = current_database()))
        and item = any(select name || '=off' from unnest($1::text[]) name)`,
    [MUST_BE_ON],
  );
  const name = rows[0]?.name;
  if (name)
    throw new StartupError(
      `The PostgreSQL server has ${name} off: a crash would lose saved work. Turn it on (for users and databases too) and start again.`,
    );
}
