import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startPostgres } from '#platform/postgres/index.ts';
import { LOG, longLog, storedHistory, storedRows } from '#tests/servicenow-log.ts';
import { fettle } from './command-line.ts';
import { ADMIN, dataFolder, postmaster, startedFolder, startServer } from './running.ts';

const TIMES = 8;
const patient = { timeout: 600_000 };
const admin = { FETTLE_ADMIN_EMAIL: ADMIN.email, FETTLE_ADMIN_PASSWORD: ADMIN.password };

/** A person's own folder with a log in it, beside the data directory. */
async function folderWith(lines: readonly string[], name = 'log.csv'): Promise<{ from: string; dataDir: string }> {
  const base = dataFolder();
  const from = join(base, 'mine');
  mkdirSync(from);
  writeFileSync(join(from, name), `${lines.join('\n')}\n`);
  return { from, dataDir: await startedFolder() };
}

async function onDatabase<R>(dataDir: string, work: (adminUrl: string) => Promise<R>): Promise<R> {
  const postgres = await startPostgres({ dataDir });
  try {
    return await work(postgres.adminUrl);
  } finally {
    await postgres.stop();
  }
}

describe('an import', () => {
  test('beside a running server, from the person’s own folder, twice, and of a damaged file', patient, async () => {
    const { from, dataDir } = await folderWith(LOG);
    const server = startServer({ dataDir, env: admin });
    const address = await server.ready();
    const database = postmaster(dataDir);
    const env = { FETTLE_DATA_DIR: relative(from, dataDir) };
    const bring = (file: string, report: string) =>
      fettle(['import', 'servicenow-log', file, '--report', report], { env, from, throughDoor: true }).ended;

    const first = await bring('log.csv', 'reports/first.json');
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('All is as in the file.')]);
    expect(JSON.parse(readFileSync(join(from, 'reports/first.json'), 'utf8'))).toMatchObject({
      ok: true,
      proof: { rows: 114, rowsEqual: 114 },
    });
    expect(first.err).toMatch(/Importing \[#+\] 100 % · 114 of 114 rows/);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(postmaster(dataDir)).toBe(database);

    const before = await onDatabase(dataDir, storedRows);
    const second = await bring('log.csv', 'reports/second.json');
    expect([second.code, second.out]).toEqual([0, expect.stringMatching(/here before +16 incidents, 114 rows/)]);
    expect(await onDatabase(dataDir, storedRows)).toEqual(before);

    const damaged = LOG.map((line) => line.replace('INC0000065,Resolved', 'INC0000165,Resolved'));
    writeFileSync(join(from, 'damaged.csv'), `${damaged.join('\n')}\n`);
    const third = await bring('damaged.csv', 'reports/third.json');
    expect([third.code, third.out]).toEqual([1, expect.stringMatching(/Not taken as it stands:\n {2}line \d+ /)]);

    server.signal('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(postmaster(dataDir)).toBeNull();
  });

  test('killed without a word, then interrupted, goes on where it was', patient, async () => {
    const { from, dataDir } = await folderWith(longLog(TIMES));
    const env = { FETTLE_DATA_DIR: dataDir, ...admin };
    const start = () => fettle(['import', 'servicenow-log', 'log.csv'], { env, from });

    const killed = start();
    await killed.saying(/Importing/);
    killed.signal('SIGKILL');
    expect((await killed.ended).signal).toBe('SIGKILL');
    expect(postmaster(dataDir)).not.toBeNull();

    const interrupted = start();
    await interrupted.saying(/Importing/);
    // A terminal's Ctrl-C comes from the terminal and once more from the program that started this one.
    interrupted.signal('SIGINT');
    interrupted.signal('SIGINT');
    const { code, out } = await interrupted.ended;
    expect([code, out]).toEqual([130, expect.stringContaining('Interrupted; run it again to go on.')]);
    expect(out).not.toContain('0 of 0');
    expect(postmaster(dataDir)).toBeNull();

    const last = await start().ended;
    expect([last.code, last.out]).toEqual([0, expect.stringContaining('All is as in the file.')]);
    const history = await onDatabase(dataDir, storedHistory);
    expect(history).toHaveLength(16 * TIMES);

    const whole = await startedFolder();
    const once = fettle(['import', 'servicenow-log', 'log.csv'], { env: { ...env, FETTLE_DATA_DIR: whole }, from });
    expect((await once.ended).code).toBe(0);
    expect(history).toEqual(await onDatabase(whole, storedHistory));
  });

  test('into an installation that nobody has set up is refused in one line', patient, async () => {
    const { from, dataDir } = await folderWith(LOG);
    const { code, err } = await fettle(['import', 'servicenow-log', 'log.csv'], {
      env: { FETTLE_DATA_DIR: dataDir },
      from,
    }).ended;
    expect([code, err.trim().split('\n')]).toEqual([1, [expect.stringMatching(/cannot do this: Set Fettle up first/)]]);
  });
});
