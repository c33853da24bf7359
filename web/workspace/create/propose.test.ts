import { expect, test } from 'vitest';
import { proposeCategory } from './propose.ts';

const category = (id: string, name: string, path = name, active = true) => ({
  id,
  name,
  path,
  active,
  parentId: null,
  teamId: null,
  skills: [],
  version: 1,
});
const list = [
  category('1', 'Hardware'),
  category('2', 'Printing', 'Hardware / Printing'),
  category('3', 'E-mail'),
  category('4', 'Network'),
  category('5', 'Scanner', 'Scanner', false),
];

test.each([
  ['The printer is on fire', '2', 'printer'],
  ['network NETWORK', '4', 'network'],
  ['Hardware: print jobs vanish', '2', 'print'],
])('%s is about category %s because of "%s"', (text, id, word) => {
  expect(proposeCategory(text, list)).toMatchObject({ category: { id }, word });
});

test.each(['', 'It is slow', 'The scanner hums', 'a an it'])('nothing is proposed for "%s"', (text) => {
  expect(proposeCategory(text, list)).toBeNull();
});
