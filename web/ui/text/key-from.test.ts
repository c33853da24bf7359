import { expect, test } from 'vitest';
import { keyFrom } from './key-from.ts';

test.each([
  ['Größe des Geräts', 'grosse_des_gerats'],
  ['  3rd party? ', 'rd_party'],
  ['Łódź – Ærø', 'lodz_aero'],
  ['打印机', ''],
])('%s is proposed as %s', (name, key) => {
  expect(keyFrom(name)).toBe(key);
});

test('a role joins its words by a hyphen', () => {
  expect(keyFrom('Service desk lead', '-')).toBe('service-desk-lead');
});
