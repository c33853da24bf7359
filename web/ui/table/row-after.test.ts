import { expect, test } from 'vitest';
import { rowAfter } from './row-after.ts';

test.each([
  ['abc', 'ac', 'b', 'c'],
  ['abc', 'ab', 'c', 'b'],
  ['abcd', 'ad', 'b', 'd'],
  ['abc', 'xbc', 'a', 'b'],
  ['abc', 'xyz', 'b', null],
  ['abc', '', 'b', null],
  ['abc', 'abc', 'x', null],
])('of %s is left %s: from %s the cursor goes to %s', (before, now, gone, next) => {
  expect(rowAfter([...before], [...now], gone)).toBe(next);
});
