import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { setPortalHost } from '#platform/portal-address/index.ts';
import { createClient } from '#server/business/client/index.ts';
import { openDesk } from '#tests/desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'fettle-web-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const build = (mark: string) => {
  rmSync(join(folder, 'assets'), { recursive: true, force: true });
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', `index-${mark}.js`), `// ${mark}`);
  writeFileSync(join(folder, 'portal.html'), `<script type="module" src="/assets/portal-${mark}.js"></script>`);
  writeFileSync(join(folder, 'index.html'), `<script type="module" src="/assets/index-${mark}.js"></script>`);
};
build('first');
writeFileSync(join(folder, 'theme.js'), '// theme');
const desk = await openDesk({ webFolder: folder });
const { app } = desk;
const get = (url: string, accept = '*/*') => app.inject({ url, headers: { accept } });

test('files that carry a hash are kept by browsers, all else is asked for again', async () => {
  expect((await get('/assets/index-first.js')).headers['cache-control']).toContain('immutable');
  expect((await get('/theme.js')).headers['cache-control']).toBe('no-cache');
  expect((await get('/queue', 'text/html')).headers['cache-control']).toBe('no-cache');
});

test('a build that takes the place of another is handed out without a new start', async () => {
  build('second');
  expect((await get('/queue', 'text/html')).body).toContain('index-second.js');
  expect((await get('/assets/index-second.js')).body).toBe('// second');
  const gone = await get('/assets/index-first.js');
  expect(gone.statusCode).toBe(404);
  expect(gone.json()).toMatchObject({ code: 'not_found' });
  // Kept by a browser, the absence would outlast the mend.
  expect(gone.headers['cache-control']).not.toContain('immutable');
});

test('the bare address is the start page for whoever asks; elsewhere only a browser gets a page', async () => {
  for (const accept of ['*/*', 'text/html', ''])
    expect(await get('/', accept)).toMatchObject({ statusCode: 200, body: expect.stringContaining('<script') });
  for (const url of ['/queue', '/missing.js', '/assets/missing.js', '/api', '/api/v1/nothing'])
    expect((await get(url)).json()).toMatchObject({ code: 'not_found' });
  expect((await get('/api/v1/nothing', 'text/html')).statusCode).toBe(404);
  expect((await app.inject({ method: 'POST', url: '/' })).statusCode).toBe(404);
});

test('nothing outside the folder is reached', async () => {
  for (const path of ['/assets/../../package.json', '/assets/%2e%2e/index.html', '/assets/..%2f..%2fpackage.json'])
    expect((await get(path)).statusCode).toBeGreaterThanOrEqual(400);
});

test('the portal is an app of its own, and the only one at a client’s host', async () => {
  for (const url of ['/portal', '/portal/', '/portal/for/acme', '/portal/tickets/ACME-1', '/portal?state=done'])
    expect((await get(url, 'text/html')).body).toContain('portal-second.js');
  for (const url of ['/portals', '/sign-in']) expect((await get(url, 'text/html')).body).toContain('index-second.js');
  await desk.run(async (ctx) => {
    const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
    await setPortalHost(ctx, acme, 'help.acme.example');
  });
  const at = (url: string) => app.inject({ url, headers: { accept: 'text/html', host: 'help.acme.example:8080' } });
  for (const url of ['/', '/sign-in', '/queue', '/settings/mail'])
    expect(await at(url)).toMatchObject({ statusCode: 302, headers: { location: '/portal' } });
  expect((await at('/portal/sign-in')).body).toContain('portal-second.js');
});
