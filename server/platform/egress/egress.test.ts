import dns from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test, vi } from 'vitest';
import { mayConnect } from './addresses.ts';
import { guardedFetch, guardedStream } from './index.ts';

const seen: string[] = [];
const server = createServer((request, response) => {
  seen.push(`${request.method} ${request.url}`);
  if (request.url === '/away') response.writeHead(302, { location: '/landed' }).end();
  else if (request.url === '/flood') response.end(Buffer.alloc(2_000_000, 'x'));
  else request.pipe(response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
const { port } = server.address() as AddressInfo;
const origin = `http://127.0.0.1:${port}`;
const fetch = guardedFetch({ origins: new Set([origin, `http://localhost:${port}`]), loopback: true });

test('a named origin is reached, with a form as its body', async () => {
  const answer = await fetch(`${origin}/echo`, { method: 'POST', body: new URLSearchParams({ a: '1 2' }) });
  expect([answer.status, await answer.text()]).toEqual([200, 'a=1+2']);
  expect((await fetch(`http://localhost:${port}/echo`, {})).status).toBe(200);
});

test('a redirect is handed back, not followed', async () => {
  const answer = await fetch(`${origin}/away`, {});
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/landed']);
  expect(seen).not.toContain('GET /landed');
});

test('an answer without end is cut off', async () => {
  await expect(fetch(`${origin}/flood`, {})).rejects.toThrow('more than');
});

test('what is kept as it comes may be of any size, within the same limits', async () => {
  const stream = guardedStream({ origins: new Set([origin]), loopback: true });
  let bytes = 0;
  for await (const chunk of await stream(`${origin}/flood`, {})) bytes += (chunk as Buffer).length;
  expect(bytes).toBe(2_000_000);
  await expect(stream('https://evil.example/', {})).rejects.toThrow('not among');
});

test.each([
  ['another port', `http://127.0.0.1:${port + 1}/`],
  ['another host', 'https://evil.example/'],
  ['another scheme', `ftp://127.0.0.1:${port}/`],
  ['a file', 'file:///etc/passwd'],
  ['a name and password', `http://a:b@127.0.0.1:${port}/`],
])('%s is refused', async (_, url) => {
  await expect(fetch(url, {})).rejects.toThrow('');
  expect(seen.filter((line) => line.includes('passwd'))).toEqual([]);
});

test('this machine and plain HTTP are refused where they are not wanted', async () => {
  const strict = guardedFetch({ origins: new Set([origin, 'http://192.0.2.1']), loopback: false });
  await expect(strict(`${origin}/`, {})).rejects.toThrow('HTTPS');
  await expect(strict('http://192.0.2.1/', {})).rejects.toThrow('HTTPS');
});

test.each(['169.254.169.254', '168.63.129.16', '192.0.0.192', '127.0.0.1', '0.0.0.0', '::1', '::ffff:169.254.169.254'])(
  'a name that stands for %s is not connected to',
  async (address) => {
    const lookup = vi
      .spyOn(dns, 'lookup')
      .mockImplementation(((_name: string, _options: object, done: CallableFunction) =>
        done(null, [{ address, family: address.includes(':') ? 6 : 4 }])) as unknown as typeof dns.lookup);
    const strict = guardedFetch({ origins: new Set(['https://idp.example']), loopback: false });
    await expect(strict('https://idp.example/', {})).rejects.toThrow(`stands for ${address}`);
    lookup.mockRestore();
  },
);

test.each([
  ['169.254.169.254', false],
  ['::ffff:169.254.169.254', false],
  ['64:ff9b::a9fe:a9fe', false],
  ['2002:a9fe:a9fe::', false],
  ['fe80::1', false],
  ['fd00:ec2::254', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['0.0.0.0', false],
  ['::', false],
  ['10.0.0.8', true],
  ['fd12::1', true],
  ['203.0.113.9', true],
  ['2606:4700::1111', true],
])('%s: %s', (address, allowed) => {
  expect(mayConnect(address, { loopback: false })).toBe(allowed);
});

test.each([
  ['10.0.0.8', false],
  ['172.31.255.1', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['::ffff:10.0.0.8', false],
  ['fd12::1', false],
  ['172.32.0.1', true],
  ['203.0.113.9', true],
  ['2606:4700::1111', true],
])('where private networks are refused, %s: %s', (address, allowed) => {
  expect(mayConnect(address, { loopback: false, privateNetworks: false })).toBe(allowed);
});

test('a name that stands for a private address, a port that is not listed and a larger answer follow the options', async () => {
  const lookup = vi
    .spyOn(dns, 'lookup')
    .mockImplementation(((_name: string, _options: object, done: CallableFunction) =>
      done(null, [{ address: '10.0.0.8', family: 4 }])) as unknown as typeof dns.lookup);
  const origins = new Set(['https://rmm.example', 'https://rmm.example:5432', 'https://10.0.0.8']);
  const strict = guardedFetch({ origins, loopback: false, privateNetworks: false, ports: new Set([443]) });
  await expect(strict('https://rmm.example/', {})).rejects.toThrow('stands for 10.0.0.8');
  await expect(strict('https://10.0.0.8/', {})).rejects.toThrow('may not be connected to');
  await expect(strict('https://rmm.example:5432/', {})).rejects.toThrow('port');
  lookup.mockRestore();
  const large = guardedFetch({ origins: new Set([origin]), loopback: true, mostBytes: 3_000_000 });
  expect((await (await large(`${origin}/flood`, {})).text()).length).toBe(2_000_000);
});
