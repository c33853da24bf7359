import { expect, test } from 'vitest';
import { isText, placeName, placesOf } from '#tests/isolation/sweep/description.ts';
import { openTarget, withAt } from './desk-under-attack.ts';
import { COLUMNS, TEXTS, VALUES } from './payloads.ts';

const { operations, request, send, scene } = await openTarget();
const PATIENCE = 300_000;
/** Each place gets some of the texts, the next place the next ones, so that together every trick is tried many times. */
const EACH = 3;
let next = 0;

/** Stands in for a value until the body is text, since not every value has a form in JavaScript. */
const HERE = 'attack-here';

test(
  'no text makes the program fail, wherever it is written',
  async () => {
    const failed: string[] = [];
    for (const operation of operations)
      for (const place of placesOf(operation).filter(isText))
        for (let i = 0; i < EACH; i++) {
          const [what, text] = TEXTS[next++ % TEXTS.length] ?? ['', ''];
          const { status, text: answer } = await send(await request(operation, new Map([[placeName(place), text]])));
          if (status >= 500) failed.push(`${operation.name} ${placeName(place)}: ${what} → ${status} ${answer}`);
        }
    expect(failed).toEqual([]);
  },
  PATIENCE,
);

test(
  'NUL is refused in every text',
  async () => {
    const passed: string[] = [];
    for (const operation of operations)
      for (const place of placesOf(operation).filter((one) => isText(one) && one.in !== 'path')) {
        const { status } = await send(await request(operation, new Map([[placeName(place), 'a\u0000b']])));
        if (status !== 400 && operation.access !== 'contact')
          passed.push(`${operation.name} ${placeName(place)} → ${status}`);
      }
    expect(passed).toEqual([]);
  },
  PATIENCE,
);

test(
  'a value of the wrong kind is refused, and never makes the program fail',
  async () => {
    const failed: string[] = [];
    for (const operation of operations) {
      const base = await request(operation);
      for (const place of placesOf(operation).filter((one) => one.in === 'body')) {
        const types = [place.schema.type].flat();
        for (let i = 0; i < EACH; i++) {
          const [what, json] = VALUES[next++ % VALUES.length] ?? ['', ''];
          const body = JSON.stringify(withAt(base.body, place.path, HERE)).replace(`"${HERE}"`, json);
          const { status, text } = await send(base, body);
          const at = `${operation.name} ${placeName(place)}: ${what} → ${status}`;
          if (status >= 500) failed.push(`${at} ${text}`);
          const wrong = types[0] === 'string' && !types.includes('null') && !place.schema.enum;
          if (wrong && status < 400) failed.push(at);
        }
      }
    }
    expect(failed).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  },
  PATIENCE,
);

test(
  'a field that is not declared is refused by name, the database’s own above all',
  async () => {
    const taken: string[] = [];
    for (const operation of operations.filter(({ body, access }) => body?.properties && access !== 'contact')) {
      const base = await request(operation);
      for (const column of COLUMNS.filter((name) => !operation.body?.properties?.[name])) {
        const { status, text } = await send(base, JSON.stringify({ ...base.body, [column]: 'mine' }));
        if (status !== 400 || !text.includes(`"path":"${column}"`))
          taken.push(`${operation.name} ${column} → ${status}`);
      }
    }
    expect(taken).toEqual([]);
  },
  PATIENCE,
);

test.each([
  ['a prototype', '{"__proto__":{"admin":true}}', 400],
  ['a prototype below', '{"custom":{"__proto__":{"admin":true}}}', 400],
  ['a constructor', '{"constructor":{"prototype":{"admin":true}}}', 400],
  ['a list in place of an object', '[]', 400],
  ['a text in place of an object', '"x"', 400],
  ['nothing', '', 400],
  ['half of something', '{"title":', 400],
  ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 400],
  ['ten thousand levels', `{"custom":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`, 400],
  ['a hundred thousand keys', `{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":1`).join(',')}}`, 400],
  ['more than a body may hold', `{"title":"${'x'.repeat(1_100_000)}"}`, 413],
])('a body that is %s is refused', async (_, payload, status) => {
  const answer = await scene.desk.app.inject({
    method: 'POST',
    url: '/api/v1/tickets',
    headers: { authorization: `Bearer ${scene.provider.owner.key}`, 'content-type': 'application/json' },
    payload,
  });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'application/problem+json']);
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});

test('and after all that the tables stand, and nobody has become owner', async () => {
  const { rows } = await scene.admin.query(
    "select count(*)::int as n from fettle.staff where role_keys = array['owner'] and name = 'Tom Tech'",
  );
  expect(rows).toEqual([{ n: 0 }]);
  expect((await send({ method: 'GET', url: '/tickets?limit=200' })).status).toBe(200);
});
