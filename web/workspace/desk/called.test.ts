import { expect, test } from 'vitest';
import { isCalled } from './called.ts';

const zurich = { name: 'Zürich Dental', code: 'ZUD' };

test('a client is called by its whole name or code, as people type them', () => {
  expect(isCalled(zurich, ' zurich dental ')).toBe(true);
  expect(isCalled(zurich, 'zud')).toBe(true);
  expect(isCalled(zurich, 'Zürich')).toBe(false);
  expect(isCalled(zurich, '')).toBe(false);
});
