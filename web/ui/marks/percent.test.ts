import { expect, test } from 'vitest';
import { wordsStore } from '../words/words.ts';
import { percent } from './percent.ts';

test('a single miss among thousands is not rounded away', () => {
  expect([percent(0, 0), percent(3, 0), percent(0, 3), percent(2, 1)]).toEqual(['–', '100 %', '0 %', '66.7 %']);
  expect([percent(9_999, 1), percent(1, 9_999), percent(1, 1)]).toEqual(['99.9 %', '0.1 %', '50 %']);
});

test('it is written as the reader’s language writes it', () => {
  const english = wordsStore.get();
  wordsStore.set({ ...english, language: 'de' });
  expect(percent(2, 1)).toBe('66,7 %');
  wordsStore.set(english);
});
