import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from './index.ts';

test('without PORT the program listens where the guide says', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/guide/running.md'), 'utf8');
  expect(/^\| `PORT`.*$/m.exec(guide)?.[0]).toContain(String(loadConfig({}).port));
});

test.each([['70707'], ['-1'], ['80.5'], ['http']])('PORT=%s is refused by name', (PORT) => {
  expect(() => loadConfig({ PORT })).toThrow(/PORT is/);
});

test.each([
  [['--prot', '80'], '--prot'],
  [['8080'], '8080'],
  [['--roles'], '--roles'],
  [['--roles=web,wroker'], 'wroker'],
])('an argument of start that is not known is refused by name: %j', (args, name) => {
  expect(() => loadConfig({}, args)).toThrow(name);
});

test('--roles takes its list either way', () => {
  expect([...loadConfig({}, ['--roles', 'web,worker']).roles]).toEqual(['web', 'worker']);
  expect([...loadConfig({}, ['--roles=mail']).roles]).toEqual(['mail']);
});

test.each([
  ['short', /FETTLE_ADMIN_PASSWORD has 5 characters; it must have 15 to 128/],
  ['x'.repeat(129), /has 129 characters/],
])(
  'a password of the first owner that is not long enough, or too long, is refused before anything is set up',
  (FETTLE_ADMIN_PASSWORD, words) => {
    expect(() => loadConfig({ FETTLE_ADMIN_EMAIL: 'a@b.example', FETTLE_ADMIN_PASSWORD })).toThrow(words);
  },
);
