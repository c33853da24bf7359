import { createHash, createHmac } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { StartupError } from '#kernel/errors.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
/** Any number that is ours: two programs starting at once take turns on this advisory lock. */
const LOCK = 4_172_230_991;

/** The roles of the installation (trust model): an owner that nobody signs in as, and the program's own, which owns nothing. */
const ROLES = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'fettle_owner') then create role fettle_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'fettle_search') then create role fettle_search nologin; end if;
  if not exists (select from pg_roles where rolname = 'fettle_app') then create role fettle_app login noinherit; end if;
  -- Only a superuser may change these, also to what they are; whoever makes roles makes them without.
  if exists (select from pg_roles where rolname = 'fettle_app'
      and (rolsuper or rolcreatedb or rolcreaterole or rolinherit or rolbypassrls or rolreplication)) then
    alter role fettle_app nosuperuser nocreatedb nocreaterole noinherit nobypassrls noreplication;
  end if;
  execute format('grant fettle_owner, fettle_search to %I', current_user);
  grant fettle_search to fettle_owner;
end $$;
`;

/** The password of fettle_app, derived so that it needs no storing: HMAC-SHA256 of the role's name under the secret. */
export function appPassword(secret: Buffer): string {
  return createHmac('sha256', secret).update('fettle_app password').digest('hex');
}

/** The key that signs scopes, derived from the same secret for a purpose of its own. */
export function contextKey(secret: Buffer): Buffer {
  return createHmac('sha256', secret).update('fettle context').digest();
}

/** HMAC pads of RFC 2104 for a key of at most 64 bytes: what the database needs to verify a context. */
function pads(key: Buffer): { inner: Buffer; outer: Buffer } {
  const block = Buffer.alloc(64);
  key.copy(block);
  return { inner: block.map((byte) => byte ^ 0x36) as Buffer, outer: block.map((byte) => byte ^ 0x5c) as Buffer };
}

/** Connection of fettle_app to the same server and database as `adminUrl`. */
export function appUrl(adminUrl: string, secret: Buffer): string {
  const url = new URL(adminUrl);
  url.username = 'fettle_app';
  url.password = appPassword(secret);
  return url.toString();
}

/** The migrations in order, with the hash that tells an edited one. */
async function files(): Promise<{ name: string; sql: string; hash: string }[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(FOLDER, name), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Another secret would lock out whoever runs on the right one, and could not read what that one sealed. */
async function refuseOtherSecret(client: pg.Client, inner: Buffer): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('private.context_key') is not null as there`,
  );
  if (!rows[0]?.there) return;
  const { rows: keys } = await client.query<{ inner_pad: Buffer }>('select inner_pad from private.context_key');
  if (keys[0] && !keys[0].inner_pad.equals(inner))
    throw new StartupError(
      'This database belongs to an installation with another secret. Restore its secret.key from a backup, set FETTLE_SECRET to it, or start with the data directory that it was made with.',
    );
}

/**
 * Brings the database at `adminUrl` to the newest form: roles, then each migration in a transaction of its own, so a crash
 * half-way is finished by the next start. Idempotent. Throws `StartupError` when the server refuses the rights it needs.
 * @param before the first migration to leave out, for a database as it was before
 */
export async function migrate(adminUrl: string, secret: Buffer, before?: string): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await prepareServer(client);
    const { inner, outer } = pads(contextKey(secret));
    await refuseOtherSecret(client, inner);
    const applied = await applyPending(client, before);
    await client.query(
      `insert into private.context_key (inner_pad, outer_pad) values ($1, $2)
       on conflict (only_row) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad`,
      [inner, outer],
    );
    await client.query('reset role');
    await client.query(`alter role fettle_app password '${appPassword(secret)}'`);
    return { applied };
  } finally {
    await client.end();
  }
}

async function prepareServer(client: pg.Client): Promise<void> {
  try {
    await client.query(ROLES);
    await client.query(
      // Everybody may make temporary tables unless told otherwise; the program’s role makes none of any kind.
      `do $$ begin
         execute format('grant create on database %I to fettle_owner', current_database());
         execute format('revoke temporary on database %I from public', current_database());
       end $$`,
    );
    await client.query('create extension if not exists pg_trgm');
  } catch (cause) {
    throw new StartupError(
      'The database user lacks rights: it must be allowed to create roles (CREATEROLE), schemas and the extension pg_trgm in this database. ' +
        'Connect as a superuser or as the owner of the database with CREATEROLE.',
      { cause },
    );
  }
  await client.query('set role fettle_owner');
  await client.query('create schema if not exists fettle');
  await client.query(
    'create table if not exists fettle.migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())',
  );
  // No secret, and readiness asks for it.
  await client.query('grant select on fettle.migrations to fettle_app');
}

async function applyPending(client: pg.Client, before?: string): Promise<string[]> {
  const done = new Map<string, string>(
    (await client.query('select name, hash from fettle.migrations')).rows.map((row) => [row.name, row.hash]),
  );
  const applied: string[] = [];
  for (const { name, sql, hash } of await files()) {
    if (before !== undefined && name >= before) break;
    const known = done.get(name);
    if (known === hash) continue;
    if (known !== undefined)
      throw new StartupError(
        `The migration ${name} differs from the one this database was made with. Restore the original file.`,
      );
    await client.query('begin');
    try {
      await client.query(sql);
      await client.query('insert into fettle.migrations (name, hash) values ($1, $2)', [name, hash]);
      await client.query('commit');
    } catch (cause) {
      await client.query('rollback');
      throw new StartupError(`The migration ${name} failed: ${cause instanceof Error ? cause.message : cause}`, {
        cause,
      });
    }
    applied.push(name);
  }
  return applied;
}

/** Names of the migrations that this version brings and the database has not. */
export async function pendingMigrations(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>('select name from fettle.migrations');
  const done = new Set(rows.map((row) => row.name));
  return (await files()).map((file) => file.name).filter((name) => !done.has(name));
}
