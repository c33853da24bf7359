import { expect, test } from 'vitest';
import { marginOf, outlookOf } from './outlook.ts';

const BEFORE = [
  { worked: 1_000, cost: 6_000 },
  { worked: 0, cost: 3_000 },
];

test('early in a month the rest of it counts as the months before did, later at its own pace', () => {
  const now = { standing: 10_000, worked: 100, cost: 900 };
  expect(outlookOf(now, { gone: 3, of: 30 }, BEFORE)).toEqual({ revenue: 10_550, cost: 4_950 });
  expect(outlookOf(now, { gone: 15, of: 30 }, BEFORE)).toEqual({ revenue: 10_200, cost: 1_800 });
  expect(outlookOf(now, { gone: 3, of: 30 }, [])).toEqual({ revenue: 11_000, cost: 9_000 });
  // A month that is over is what it was.
  expect(outlookOf(now, { gone: 30, of: 30 }, BEFORE)).toEqual({ revenue: 10_100, cost: 900 });
});

test('a margin is what is left of the revenue; of nothing there is none', () => {
  expect(marginOf({ revenue: 300, cost: 200 })).toBe(33.3);
  expect(marginOf({ revenue: 100, cost: 150 })).toBe(-50);
  expect(marginOf({ revenue: 0, cost: 5 })).toBeNull();
});
