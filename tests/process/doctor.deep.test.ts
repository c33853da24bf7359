import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fettle } from './command-line.ts';
import { dataFolder, postmaster, startedFolder, startServer } from './running.ts';

const patient = { timeout: 300_000 };
const examine = (env: Record<string, string>) => fettle(['doctor'], { env }).ended;
const marks = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0]);

test('where nothing is yet, nothing is wrong, and nothing is made', patient, async () => {
  const dataDir = join(dataFolder(), 'none');
  const { code, out } = await examine({ FETTLE_DATA_DIR: dataDir });
  expect(code).toBe(0);
  expect(out).toMatch(/look +There is no .*none yet; the first start makes it/);
  expect(out).toMatch(/look +There is no database yet/);
  expect(() => readFileSync(dataDir)).toThrow(/ENOENT/);
});

test('an installation is examined running and stopped, and a secret of another one found out', patient, async () => {
  const dataDir = await startedFolder();
  const env = { FETTLE_DATA_DIR: dataDir };
  const server = startServer({ dataDir });
  await server.ready();
  const running = await examine(env);
  expect([running.code, new Set(marks(running.out))]).toEqual([0, new Set(['ok'])]);
  server.signal('SIGTERM');
  expect((await server.ended).code).toBe(0);

  const stopped = await examine(env);
  // Others use the disk as well.
  const withoutRoom = (text: string) => text.replace(/[\d.]+ \wB are free/, 'so much is free');
  expect([stopped.code, withoutRoom(stopped.out)]).toEqual([0, withoutRoom(running.out)]);
  expect(stopped.out).toMatch(/The database is up to date/);
  expect(postmaster(dataDir)).toBeNull();

  writeFileSync(join(dataDir, 'secret.key'), randomBytes(32).toString('hex'));
  const foreign = await examine(env);
  expect([foreign.code, foreign.out]).toEqual([1, expect.stringMatching(/^bad +The secret is not that of this/m)]);
});

test.each([
  [{ PORT: 'abc' }, /^bad +PORT is "abc"/m],
  [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/fettle' }, /^bad +The database at 127\.0\.0\.1:1 cannot be used/m],
])('what a start would refuse is bad: %j', patient, async (env, words) => {
  const { code, out, err } = await examine({ FETTLE_DATA_DIR: dataFolder(), ...(env as Record<string, string>) });
  expect([code, err]).toEqual([1, '']);
  expect(out).toMatch(words);
});

test('it takes no arguments', patient, async () => {
  expect((await fettle(['doctor', 'now']).ended).code).toBe(2);
});
