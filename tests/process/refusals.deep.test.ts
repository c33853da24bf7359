import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appUrl } from '#platform/database/index.ts';
import { type Embedded, startPostgres } from '#platform/postgres/index.ts';
import { prepareDatabase } from '#server/program.ts';
import { oldServer } from './old-server.ts';
import { dataFolder, refusal } from './running.ts';

const root = process.getuid?.() === 0;

/** One line that says what to do, and an exit code that a script notices. */
function expectRefusal({ code, said }: { code: number | null; said: string }, words: RegExp): void {
  const last = said.trim().split('\n').at(-1) ?? '';
  expect(last).toMatch(/^Fettle cannot start: /);
  expect(last).toMatch(words);
  expect(said).not.toMatch(/^ +at /m);
  expect(code).toBe(1);
}

describe('without a database server', () => {
  test('a port whose holder closes whatever calls', async () => {
    const holder = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as { port: number };
    const said = await refusal({ dataDir: dataFolder(), env: { PORT: String(port) } });
    holder.close();
    expectRefusal(said, new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken by another program`));
  });

  test('a port that is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as { port: number };
    const said = await refusal({ dataDir: dataFolder(), env: { PORT: String(port) } });
    holder.close();
    expectRefusal(said, new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken.*set PORT`));
  });

  test('a data directory that cannot be one', async () => {
    const file = join(dataFolder(), 'file');
    writeFileSync(file, '');
    expectRefusal(await refusal({ dataDir: join(file, 'data') }), /cannot be written.*FETTLE_DATA_DIR/);
  });

  test.skipIf(process.platform !== 'linux')('a data directory that nobody can make', async () => {
    expectRefusal(await refusal({ dataDir: '/proc/fettle/data' }), /cannot be written.*FETTLE_DATA_DIR/);
  });

  test.skipIf(!root)('a data directory that this user may not write', async () => {
    const folder = dataFolder();
    expectRefusal(
      await refusal({ dataDir: join(folder, 'data'), account: { uid: 65_534, gid: 65_534 } }),
      /cannot be written.*FETTLE_DATA_DIR/,
    );
  });

  test('a data directory of another major version', async () => {
    const dataDir = dataFolder();
    mkdirSync(join(dataDir, 'pg17'));
    writeFileSync(join(dataDir, 'pg17', 'PG_VERSION'), '17\n');
    expectRefusal(await refusal({ dataDir }), /made by PostgreSQL 17.*brings 18.*export/);
  });

  test.skipIf(!root || process.platform !== 'linux' || !canMount())('a disk that is full', async () => {
    const dataDir = dataFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=755', 'tmpfs', dataDir]);
    try {
      expectRefusal(await refusal({ dataDir }), /disk under .* is full.*Free some room/);
    } finally {
      execFileSync('umount', [dataDir]);
    }
  });

  test.each([
    [{ PORT: 'abc' }, /PORT is "abc"/],
    [{ DATABASE_URL: 'mysql://here' }, /DATABASE_URL is not an address/],
    [{ FETTLE_ADMIN_EMAIL: 'a@b.example' }, /go together/],
    [{ FETTLE_SECRET: 'short' }, /64 hexadecimal digits/],
  ])('a setting that makes no sense: %j', async (env, words) => {
    expectRefusal(await refusal({ dataDir: dataFolder(), env: env as Record<string, string> }), words);
  });

  test('a database that cannot be reached', async () => {
    const env = { DATABASE_URL: 'postgres://fettle:pw@127.0.0.1:1/fettle' };
    expectRefusal(await refusal({ dataDir: dataFolder(), env }), /127\.0\.0\.1:1 cannot be used.*Check DATABASE_URL/);
  });

  test('a PostgreSQL older than 15', async () => {
    const old = await oldServer('14.20', 140_020);
    const env = { DATABASE_URL: `postgres://fettle:pw@127.0.0.1:${old.port}/fettle` };
    const said = await refusal({ dataDir: dataFolder(), env });
    old.close();
    expectRefusal(said, /PostgreSQL server is too old \(14\.20\).*15 or newer/);
  });
});

describe('on a database server', () => {
  let postgres: Embedded;
  let folder: string;

  const query = async (text: string) => {
    const client = new pg.Client({ connectionString: postgres.adminUrl });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  const url = (user: string, password: string, database: string) => {
    const made = new URL(postgres.adminUrl);
    Object.assign(made, { username: user, password, pathname: `/${database}` });
    return made.toString();
  };
  const start = (DATABASE_URL: string) => refusal({ dataDir: dataFolder(), env: { DATABASE_URL } });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fettle-refusals-'));
    chmodSync(folder, 0o755);
    postgres = await startPostgres({ dataDir: folder });
    const client = new pg.Client({
      connectionString: url('postgres', new URL(postgres.adminUrl).password, 'postgres'),
    });
    await client.connect();
    await client.query('create database fettle');
    await client.end();
  });
  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a user without the rights that are needed', async () => {
    await query("create role plain login password 'pw'");
    expectRefusal(await start(url('plain', 'pw', 'fettle')), /lacks rights.*CREATEROLE/);
  });

  test('a password that is wrong', async () => {
    expectRefusal(await start(url('plain', 'other', 'fettle')), /cannot be used.*password.*Check DATABASE_URL/);
  });

  test('the owner of a database who may make roles is enough', async () => {
    await query("create role maker login createrole password 'pw'");
    await query('create database owned owner maker');
    await prepareDatabase(url('maker', 'pw', 'owned'), Buffer.alloc(32, 7));
    await prepareDatabase(url('maker', 'pw', 'owned'), Buffer.alloc(32, 7));
    const app = new pg.Client({ connectionString: appUrl(url('maker', 'pw', 'owned'), Buffer.alloc(32, 7)) });
    await app.connect();
    expect((await app.query('select count(*)::int as n from fettle.tickets')).rows).toEqual([{ n: 0 }]);
    await app.end();
  });

  test('another secret than the database was made with', async () => {
    const secret = (letter: string) => Buffer.from(letter.repeat(64), 'hex');
    await query('create database secrets');
    const secrets = url('postgres', new URL(postgres.adminUrl).password, 'secrets');
    await prepareDatabase(secrets, secret('a'));
    await prepareDatabase(secrets, secret('a'));
    expectRefusal(await start(secrets), /another secret.*secret\.key/);
    await expect(prepareDatabase(secrets, secret('b'))).rejects.toThrow(/another secret/);
  });

  test.each(['fsync', 'full_page_writes'])('%s off', async (name) => {
    await query(`alter system set ${name} = off`);
    await query('select pg_reload_conf(), pg_sleep(0.2)');
    try {
      expectRefusal(await start(postgres.adminUrl), new RegExp(`${name} off.*Turn it on`));
    } finally {
      await query(`alter system reset ${name}`);
      await query('select pg_reload_conf(), pg_sleep(0.2)');
    }
  });

  test('synchronous_commit off for the database only', async () => {
    await query('alter database fettle set synchronous_commit = off');
    expectRefusal(await start(postgres.adminUrl), /synchronous_commit off.*Turn it on/);
    await query('alter database fettle reset synchronous_commit');
  });
});

/** Containers often may not mount, even as root. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'fettle-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
