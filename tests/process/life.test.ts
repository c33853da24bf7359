import { request } from 'node:http';
import { expect, test } from 'vitest';
import { fettle } from './command-line.ts';
import { ADMIN, dataFolder, isAlive, postmaster, refusal, startedFolder, startServer } from './running.ts';

const admin = { FETTLE_ADMIN_EMAIL: ADMIN.email, FETTLE_ADMIN_PASSWORD: ADMIN.password };

async function signIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ADMIN),
  });
  expect(answer.status).toBeLessThan(300);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

const me = async (address: string, cookie: string) =>
  (await fetch(`${address}/api/v1/me`, { headers: { cookie } })).status;

test('a first start offers a one-time set-up link, which nobody needs once an owner exists', async () => {
  const dataDir = dataFolder();
  const first = startServer({ dataDir });
  const address = await first.ready();
  expect(first.said()).toMatch(/set it up here/i);
  const link = /http\S+\/setup#token=\S+/.exec(first.said())?.[0] ?? '';
  expect(link.startsWith(address)).toBe(true);
  const setup = (await (await fetch(`${address}/api/v1/setup`)).json()) as { pending: boolean };
  expect(setup.pending).toBe(true);
  const health = await fetch(`${address}/readyz`);
  expect([health.status, ((await health.json()) as { ready: boolean }).ready]).toEqual([200, true]);
  first.signal('SIGTERM');
  expect((await first.ended).code).toBe(0);
  expect(postmaster(dataDir)).toBeNull();

  const second = startServer({ dataDir, env: admin });
  expect(await me(await second.ready(), await signIn(await second.ready()))).toBe(200);
  expect(second.said()).not.toContain('#token=');
  second.signal('SIGINT');
  expect((await second.ended).code).toBe(0);
});

test('after kill -9 the next start takes the database over, and nothing that was said is lost', async () => {
  const dataDir = await startedFolder();
  const first = startServer({ dataDir, env: admin });
  const cookie = await signIn(await first.ready());
  const server = postmaster(dataDir) ?? 0;
  first.signal('SIGKILL');
  expect((await first.ended).signal).toBe('SIGKILL');
  expect(isAlive(server)).toBe(true);

  const second = startServer({ dataDir });
  expect(await me(await second.ready(), cookie)).toBe(200);
  expect(postmaster(dataDir)).toBe(server);

  second.signal('SIGKILL');
  await second.ended;
  process.kill(server, 'SIGKILL');

  const third = startServer({ dataDir });
  expect(await me(await third.ready(), cookie)).toBe(200);
  expect(postmaster(dataDir)).not.toBe(server);
  third.signal('SIGTERM');
  expect((await third.ended).code).toBe(0);
  expect(postmaster(dataDir)).toBeNull();
});

test('two starts of one data directory share one database, and the last one out stops it', async () => {
  const dataDir = dataFolder();
  const [first, second] = [startServer({ dataDir, env: admin }), startServer({ dataDir, env: admin })];
  const [here, there] = await Promise.all([first.ready(), second.ready()]);
  const server = postmaster(dataDir) ?? 0;
  const cookie = await signIn(here);
  expect(await me(there, cookie)).toBe(200);
  first.signal('SIGTERM');
  expect((await first.ended).code).toBe(0);
  expect([postmaster(dataDir), isAlive(server)]).toEqual([server, true]);
  expect(await me(there, cookie)).toBe(200);
  second.signal('SIGTERM');
  expect((await second.ended).code).toBe(0);
  expect([postmaster(dataDir), isAlive(server)]).toEqual([null, false]);
});

test('a request that is under way is answered before the program stops; a new one finds nobody', async () => {
  const dataDir = await startedFolder();
  const server = startServer({ dataDir, env: admin });
  const address = await server.ready();
  const body = JSON.stringify(ADMIN);
  const answer = new Promise<number>((resolve, reject) => {
    const slow = request(`${address}/api/v1/sessions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': String(body.length),
        // Answered as soon as the server has the request: from then on it is under way.
        expect: '100-continue',
      },
    });
    slow.on('error', reject);
    slow.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    slow.on('continue', () => {
      slow.write(body.slice(0, 10));
      // The rest comes when the program is stopping already, which its own words show.
      const waiting = setInterval(() => {
        if (!server.said().includes('finishing what runs')) return;
        clearInterval(waiting);
        fetch(`${address}/healthz`).then(
          (late) =>
            late.status === 503 ? slow.end(body.slice(10)) : reject(new Error(`a late request got ${late.status}`)),
          () => slow.end(body.slice(10)),
        );
      }, 20);
      server.signal('SIGTERM');
    });
  });
  expect(await answer).toBeLessThan(300);
  expect((await server.ended).code).toBe(0);
});

test('a second start at the same place says that Fettle runs there already, before it does anything', async () => {
  const dataDir = await startedFolder();
  const server = startServer({ dataDir, env: admin });
  const address = await server.ready();
  const env = { FETTLE_DATA_DIR: dataDir, PORT: new URL(address).port };
  const words = `Fettle is already running at ${address} (process ${server.pid}).`;
  const door = await fettle(['start'], { env, throughDoor: true }).ended;
  expect([door.code, door.out]).toEqual([1, '']);
  expect(door.err).toContain(words);
  expect(door.err.trim().split('\n')).toHaveLength(1);
  expect(door.err).toMatch(/stop it first with Ctrl\+C/);
  // Two that begin at the same time are told apart where the port is taken.
  const late = await refusal({ dataDir, env });
  expect([late.code, late.said]).toEqual([1, expect.stringContaining(words)]);
  const elsewhere = dataFolder();
  const stranger = await fettle(['start'], { env: { ...env, FETTLE_DATA_DIR: elsewhere }, throughDoor: true }).ended;
  expect(stranger.code).toBe(1);
  expect(stranger.err).toContain(`Port ${env.PORT} on 127.0.0.1 is taken by another Fettle`);
  expect(await me(address, await signIn(address))).toBe(200);
  server.signal('SIGTERM');
  expect((await server.ended).code).toBe(0);
});

test('the terminal hears that the sample is loading', async () => {
  const server = startServer({ dataDir: await startedFolder(), env: { ...admin, FETTLE_SAMPLE: '1' } });
  await server.ready();
  while (!server.said().includes('Loading the sample MSP in the background: 40 clients'))
    await new Promise((resolve) => setTimeout(resolve, 50));
  server.signal('SIGTERM');
  await server.ended;
});

test('roles of one installation can run in processes of their own', async () => {
  const dataDir = await startedFolder();
  const web = startServer({ dataDir, args: ['--roles', 'web'], env: admin });
  await web.ready();
  const worker = startServer({ dataDir, args: ['--roles', 'worker,scheduler'] });
  while (!worker.said().includes('works in the background')) await new Promise((resolve) => setTimeout(resolve, 50));
  web.signal('SIGTERM');
  worker.signal('SIGTERM');
  expect([(await web.ended).code, (await worker.ended).code]).toEqual([0, 0]);
  expect(postmaster(dataDir)).toBeNull();
});
