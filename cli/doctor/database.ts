import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { StartupError } from '#kernel/errors.ts';
import type { Config } from '#platform/config/index.ts';
import { appUrl, pendingMigrations } from '#platform/database/index.ts';
import { checkServer, startPostgres } from '#platform/postgres/index.ts';
import { bad, type Finding, look, ok } from './finding.ts';

/** The database that the environment names: whether it answers, is safe, lets us work and is up to date. Changes nothing in it. */
export async function checkDatabase(config: Config): Promise<Finding[]> {
  const { databaseUrl, dataDir } = config;
  if (databaseUrl === null && !existsSync(join(dataDir, 'pg18')))
    return [look('There is no database yet; the first start makes it.')];
  try {
    const postgres = databaseUrl === null ? await startPostgres({ dataDir }) : null;
    try {
      return await examine(postgres?.adminUrl ?? databaseUrl ?? '', config);
    } finally {
      await postgres?.stop();
    }
  } catch (error) {
    if (error instanceof StartupError) return [bad(error.message)];
    throw error;
  }
}

async function examine(adminUrl: string, config: Config): Promise<Finding[]> {
  await checkServer(adminUrl, { create: false });
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ version: string; may: boolean; made: boolean }>(`
      select current_setting('server_version') as version, to_regclass('fettle.migrations') is not null as made,
        (select rolsuper or rolcreaterole from pg_roles where rolname = current_user)
          and has_database_privilege(current_database(), 'create') as may`);
    const [{ version = '', may = false, made = false } = {}] = rows;
    const findings = [
      ok(`PostgreSQL ${version.split(' ')[0]} answers, and keeps what it acknowledged over a crash.`),
      may
        ? ok('Its user has the rights that a start needs.')
        : bad('Its user lacks rights: to create roles (CREATEROLE), and to create in this database.'),
    ];
    if (!made) return [...findings, look('It is empty; the first start fills it.')];
    return [...findings, ...(await examineContent(adminUrl, config))];
  } finally {
    await admin.end();
  }
}

/** The program's own role signs in by the secret, so a secret that is not this installation's is found out. */
async function examineContent(adminUrl: string, { secret, dataDir }: Config): Promise<Finding[]> {
  const text = secret ?? storedSecret(join(dataDir, 'secret.key'));
  if (text === null || !/^[0-9a-f]{64}$/i.test(text))
    return [bad(`The secret of this installation is missing: restore ${join(dataDir, 'secret.key')} from a copy.`)];
  const pool = new pg.Pool({ connectionString: appUrl(adminUrl, Buffer.from(text, 'hex')), max: 1 });
  try {
    const pending = await pendingMigrations(pool);
    return [
      ok('The secret is that of this installation.'),
      pending.length === 0
        ? ok('The database is up to date.')
        : look(`${pending.length} steps bring the database up to date; the next start takes them.`),
    ];
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !error.code?.startsWith('28')) throw error;
    return [bad('The secret is not that of this installation: what is sealed with it could not be read any more.')];
  } finally {
    await pool.end();
  }
}

function storedSecret(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}
