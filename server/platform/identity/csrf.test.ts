import { expect, test } from 'vitest';
import { MODULES } from '#server/modules.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { welcome } from '#tests/visitor.ts';

const desk = await openDesk();
const { browser } = await welcome(desk);
const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ');
const WRITES = MODULES.flatMap((module) => module.routes ?? [])
  .map(({ options }) => options)
  .filter(({ method }) => method !== 'GET');
/** Where a form of another site is wanted, each with its reason. Whatever cookies come with one, it is nobody's. */
const FOREIGN = {
  'POST /api/v1/announcement-mail-links/:token':
    'mail programs stop mail about announcements by POST; whoever has the address may do that and nothing else',
  'POST /api/v1/portal/sign-in/saml/:id/acs':
    'a SAML provider sends browsers back by POST; the answer is bound to a request, and then to the browser by a GET',
};
const foreign = (options: (typeof WRITES)[number]) => options.takesForeignForm === true;

const urlOf = (url: string) => url.replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');

test.each<[string, Record<string, string>]>([
  ['said to come from another site', { 'sec-fetch-site': 'cross-site' }],
  ['said to come from a sister site', { 'sec-fetch-site': 'same-site' }],
  ['of another origin', { origin: 'https://evil.example' }],
  ['of the same host on another port', { origin: 'http://localhost:81' }],
  ['of an origin that is hidden', { origin: 'null' }],
  ['of a form, from a browser that says nothing', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['of plain text, from a browser that says nothing', { 'content-type': 'text/plain' }],
  ['of a form with files, from a browser that says nothing', { 'content-type': 'multipart/form-data; boundary=x' }],
])('a write %s is refused on every route, whatever cookie it carries', async (_, headers) => {
  expect(WRITES.length).toBeGreaterThan(50);
  for (const { method, url } of WRITES.filter((options) => !foreign(options))) {
    const payload = method === 'DELETE' ? undefined : '{}';
    const answer = await desk.app.inject({
      method,
      url: urlOf(url),
      headers: { host: 'localhost', cookie, ...headers },
      ...(payload ? { payload } : {}),
    });
    expect([`${method} ${url}`, answer.statusCode]).toEqual([`${method} ${url}`, 403]);
  }
});

test('forms of other sites are taken where it was looked at, for nobody, and nothing else is taken there', async () => {
  const found = WRITES.filter(foreign);
  expect(found.map(({ method, url }) => `${method} ${url}`)).toEqual(Object.keys(FOREIGN));
  expect(found.map(({ access }) => access)).toEqual(found.map(() => 'public'));
  for (const { method, url } of found) {
    const send = (type: string, payload: string) =>
      desk.app.inject({
        ...{ method, url: urlOf(url), payload },
        headers: { host: 'localhost', cookie, 'sec-fetch-site': 'cross-site', 'content-type': type },
      });
    expect((await send('application/json', '{}')).statusCode).toBe(415);
    expect((await send('text/plain', 'SAMLResponse=x')).statusCode).toBe(415);
    expect((await send('application/x-www-form-urlencoded', 'a=1&a=2')).statusCode).toBe(422);
    expect((await send('multipart/form-data', 'x')).statusCode).toBe(422);
    const part = (name: string) => `--x\r\nContent-Disposition: form-data; name="a"${name}\r\n\r\n1\r\n`;
    const whole = (name: string) => send('multipart/form-data; boundary=x', `${part('')}${part(name)}--x--\r\n`);
    expect((await whole('')).statusCode).toBe(422);
    expect((await whole('; filename="a"')).statusCode).toBe(422);
    expect((await send('application/x-www-form-urlencoded', '__proto__=1')).statusCode).toBe(400);
  }
});

test.each<[string, Record<string, string>]>([
  ['its own page', { 'sec-fetch-site': 'same-origin' }],
  ['its own page in an older browser', { origin: 'http://localhost:80' }],
  ['the person themselves', { 'sec-fetch-site': 'none' }],
  ['a program that sends JSON', {}],
])('a write from %s passes', async (_, headers) => {
  const answer = await desk.app.inject({
    method: 'PATCH',
    url: '/api/v1/me',
    headers: { host: 'localhost', cookie, ...headers },
    payload: { language: 'en' },
  });
  expect(answer.statusCode).toBe(204);
});

test('a key needs no page, and a cookie beside it lends it nothing', async () => {
  const reader = await hire(desk, { role: 'readonly' });
  const answer = await reader.call('POST', '/roles', { key: 'x1', name: 'X', permissions: [] }, { cookie });
  expect(answer.status).toBe(403);
  const basic = await desk.app.inject({
    method: 'PATCH',
    url: '/api/v1/me',
    headers: { host: 'localhost', cookie, authorization: 'Basic eDp5', 'sec-fetch-site': 'cross-site' },
    payload: { language: 'en' },
  });
  expect(basic.statusCode).toBe(403);
});

test('another site may not read answers either', async () => {
  const answer = await desk.app.inject({
    method: 'OPTIONS',
    url: '/api/v1/me',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'PATCH' },
  });
  // It is told which methods there are, and given leave for none.
  expect(answer.statusCode).toBe(204);
  for (const leave of ['origin', 'methods', 'headers', 'credentials'])
    expect(answer.headers[`access-control-allow-${leave}`]).toBeUndefined();
});
