import { expect, test } from 'vitest';
import { fragment, wordsIn } from './fragment.ts';

const LONG = `${'At the beginning nobody knew. '.repeat(6)}Then the Zürich router went down, and ${'with it went the rest. '.repeat(12)}`;

test('a piece of text is shown around the word that was looked for, whole words only', () => {
  const piece = fragment(LONG, ['zurich']) ?? '';
  expect(piece).toMatch(/^… .*Then the Zürich router went down.* …$/);
  expect(piece.length).toBeLessThanOrEqual(150);
  for (const word of piece.replaceAll('…', '').trim().split(' ')) expect(LONG.split(/\s+/)).toContain(word);
});

test('a short text is shown whole, and one without the word not at all', () => {
  expect(fragment('The\n printer   burns', ['print'])).toBe('The printer burns');
  expect(fragment('The printer burns', ['rinter'])).toBeNull();
  expect(fragment(`${'x'.repeat(400)} needle${'y'.repeat(400)}`, ['needle'])).toContain('needle');
});

test('words are known by their beginning, without accents', () => {
  expect(wordsIn('Straße nach Łódź', ['strass', 'lodz', 'nah'])).toEqual(['strass', 'lodz']);
});
