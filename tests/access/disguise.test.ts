import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { openDesk } from '../desk.ts';
import { hire } from '../people.ts';
import { accessRows, type Row } from './matrix.ts';

const desk = await openDesk();
const rows = accessRows();
const reader = await hire(desk, { role: 'readonly' });
const asReader = { authorization: `Bearer ${reader.key}` };

/** Ways to write an address that some server or proxy takes for the plain one. */
const DISGUISES: Readonly<Record<string, (url: string) => string>> = {
  'a doubled slash in front': (url) => `/${url}`,
  'a doubled slash within': (url) => url.replace('/v1/', '/v1//'),
  'a dot as a step': (url) => url.replace('/v1/', '/v1/./'),
  'a step up and down again': (url) => url.replace('/v1/', '/v1/sessions/../'),
  'an encoded dot': (url) => url.replace('/v1/', '/v1/%2e/'),
  'encoded steps': (url) => url.replace('/v1/', '/v1/sessions/%2e%2e/'),
  'an encoded slash': (url) => url.replace('/v1/', '/v1%2f'),
  'a backslash': (url) => url.replace('/v1/', '/v1\\'),
  'a parameter of the path': (url) => `${url};jsessionid=1`,
  'a slash at the end': (url) => `${url}/`,
  'a dot at the end': (url) => `${url}/.`,
  'an ending': (url) => `${url}.json`,
  'a NUL': (url) => `${url}%00`,
  capitals: (url) => url.toUpperCase(),
  'an encoded letter': (url) => url.replace('/api/', '/%61pi/'),
};

const ask = ({ method, url, hasBody }: Row, disguise: (url: string) => string, headers: Record<string, string>) =>
  desk.app.inject({
    method: method as 'GET',
    url: disguise(url.replace(/:\w+/g, () => newId())),
    headers,
    ...(hasBody ? { payload: {} } : {}),
  });

test.each(Object.entries(DISGUISES))('%s opens no door', async (_, disguise) => {
  for (const row of rows) {
    if (!row.may.has('nobody')) {
      const { statusCode } = await ask(row, disguise, {});
      expect([row.method, row.url, statusCode >= 400 && statusCode < 500]).toEqual([row.method, row.url, true]);
    }
    if (!row.may.has('readonly')) {
      const { statusCode } = await ask(row, disguise, asReader);
      expect([row.method, row.url, statusCode >= 400 && statusCode < 500]).toEqual([row.method, row.url, true]);
    }
  }
});

test.each(['x-http-method-override', 'x-http-method', 'x-method-override'])(
  'the method that was sent counts, not the one in %s',
  async (header) => {
    for (const { method } of rows.filter(({ method }) => method !== 'GET').slice(0, 5)) {
      const answer = await desk.app.inject({ url: '/api/v1/tickets', headers: { ...asReader, [header]: method } });
      expect([answer.statusCode, answer.json().items]).toEqual([200, []]);
    }
    const hidden = await desk.app.inject({
      method: 'POST',
      url: '/api/v1/tickets?_method=GET',
      headers: { ...asReader, [header]: 'GET' },
      payload: {},
    });
    expect(hidden.statusCode).toBe(403);
  },
);
