import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved, put, without } from './order.ts';

const list = fc.array(fc.integer(), { minLength: 1, maxLength: 8 });

test('moving keeps what is there, and moving back restores the order', () => {
  fc.assert(
    fc.property(list, fc.nat(7), fc.integer({ min: -3, max: 3 }), (items, pick, by) => {
      const at = pick % items.length;
      const next = moved(items, at, by);
      expect([...next].sort()).toEqual([...items].sort());
      const to = at + by;
      if (to >= 0 && to < items.length) {
        expect(next[to]).toBe(items[at]);
        expect(moved(next, to, -by)).toEqual(items);
      } else expect(next).toEqual(items);
    }),
  );
});

test('one is replaced, one is taken away, the others stay', () => {
  expect(put(['a', 'b', 'c'], 1, 'x')).toEqual(['a', 'x', 'c']);
  expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
});
