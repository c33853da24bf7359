import pg from 'pg';
import { StartupError } from '#kernel/errors.ts';

/** Settings without which an acknowledged write can be lost in a crash (PostgreSQL manual, "Reliability"). */
const MUST_BE_ON = ['fsync', 'full_page_writes', 'synchronous_commit'];

/**
 * Checks the server behind `url`, makes the database `fettle` there if `create`, and refuses one that can lose what it acknowledged.
 * Throws `StartupError` with what to do.
 */
export async function checkServer(url: string, options: { create: boolean }): Promise<void> {
  const probe = new URL(url);
  if (options.create) probe.pathname = '/postgres';
  const client = new pg.Client({ connectionString: probe.toString(), connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (cause) {
    throw new StartupError(
      `The database at ${probe.hostname}:${probe.port || 5432} cannot be used: ${cause instanceof Error ? cause.message : cause}. ` +
        'Check DATABASE_URL, the network and that the server runs.',
      { cause },
    );
  }
  try {
    for (const name of MUST_BE_ON) {
      const value = (await client.query(`show ${name}`)).rows[0][name];
      if (value === 'off')
        throw new StartupError(
          `The PostgreSQL server has ${name} off: a crash would lose saved work. Turn it on and start again.`,
        );
    }
    if (!options.create) return;
    const { rowCount } = await client.query("select from pg_database where datname = 'fettle'");
    if (!rowCount) await client.query('create database fettle');
  } finally {
    await client.end();
  }
}
