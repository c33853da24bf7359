import { expect, test } from 'vitest';
import { suggester } from './suggest.ts';

const suggest = suggester([
  { id: 'acme', name: 'Acme Dental Pty Ltd', code: 'ACME', sites: [{ id: 'bris', name: 'Brisbane' }] },
  { id: 'birch', name: 'Birch & Sons', code: 'BIR', sites: [] },
  { id: 'north', name: 'Northwind', code: 'NW', sites: [{ id: 'hq', name: 'Head office' }] },
  { id: 'north2', name: 'Northwind Trading', code: 'NWT', sites: [] },
  { id: 'twin1', name: 'Twin', code: 'TW1', sites: [] },
  { id: 'twin2', name: 'TWIN Ltd', code: 'TW2', sites: [] },
  { id: 'muller', name: 'Müller', code: 'MUL', sites: [] },
]);
const of = (name: string, parentName: string | null = null) => {
  const found = suggest({ name, parentName });
  return found && [found.clientId, found.siteId];
};

test.each([
  ['acme dental', null, ['acme', null]],
  ['ACME DENTAL PTY LTD', null, ['acme', null]],
  ['Acme Dental - Brisbane', null, ['acme', 'bris']],
  ['Acme Dental (Perth)', null, ['acme', null]],
  ['Brisbane', 'Acme Dental', ['acme', 'bris']],
  ['Perth', 'Acme Dental', ['acme', null]],
  ['bir', null, ['birch', null]],
  ['Northwind Trading London', null, ['north2', null]],
  ['Northwind Head Office', null, ['north', 'hq']],
  ['Acme Dentl', null, ['acme', null]],
  ['MULLER', null, ['muller', null]],
  ['Twin', null, null],
  ['Somebody else', null, null],
  ['', null, null],
  ['☃', null, null],
] as const)('%s under %s', (name, parent, expected) => {
  expect(of(name, parent)).toEqual(expected);
});

test('each suggestion says why', () => {
  expect(suggest({ name: 'Acme Dental - Brisbane', parentName: null })?.why).toContain('that of the site');
});
