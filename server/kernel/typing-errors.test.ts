import { expect, test } from 'vitest';
import { typingErrors } from './typing-errors.ts';

test.each([
  ['printer', 'printer', 0],
  ['pritner', 'printer', 1],
  ['prnter', 'printer', 1],
  ['prinnter', 'printer', 1],
  ['printar', 'printer', 1],
  ['pirnetr', 'printer', 2],
  ['scanner', 'printer', 3],
  ['', 'ab', 2],
])('from %s to %s it is %i', (a, b, errors) => {
  expect(typingErrors(a, b, 2)).toBe(errors);
  expect(typingErrors(b, a, 2)).toBe(errors);
});
