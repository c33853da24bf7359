import { expect, test } from 'vitest';
import { hueOf, initials } from './initials.ts';

test.each([
  ['Mia Chen', 'MC'],
  ['Ana María de la Cruz', 'AC'],
  ['x', 'X'],
  ['محمد علي', 'مع'],
  ['👩‍💻 Ops', '👩‍💻O'],
  ['  ', '?'],
])('%s has the initials %s', (name, letters) => expect(initials(name)).toBe(letters));

test('a name keeps its hue', () => {
  expect(hueOf('Mia Chen')).toBe(hueOf('Mia Chen'));
  expect(hueOf('Mia Chen')).toBeLessThan(360);
});
