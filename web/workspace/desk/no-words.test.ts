import { expect, test } from 'vitest';
import { hasNoWords } from './no-words.ts';

test.each([
  ['🦜', true],
  ['– ✅ !', true],
  ['🦜 a', false],
  ['№ 7', false],
  ['日本', false],
  [' ', false],
])('%j has no words: %j', (text, none) => {
  expect(hasNoWords(text)).toBe(none);
});
