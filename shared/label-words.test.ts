import { expect, test } from 'vitest';
import { labelledIn } from './label-words.ts';

test('in French a colon keeps its space, elsewhere it has none', () => {
  expect(labelledIn('fr', 'Coût', '12 EUR')).toBe('Coût\u00a0: 12 EUR');
  for (const language of ['en', 'de', 'es', 'nl'] as const)
    expect(labelledIn(language, 'Manager', 'Boss')).toBe('Manager: Boss');
});
