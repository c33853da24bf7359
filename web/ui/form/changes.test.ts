import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedFrom, join } from './changes.ts';

const record = fc.record({ a: fc.integer({ max: 2, min: 0 }), b: fc.constantFrom('x', 'y'), c: fc.boolean() });

test('only what differs counts as changed, lists by their content', () => {
  expect(
    changedFrom({ name: 'Acme', tags: ['a'], vip: false }, { name: 'Acme', tags: ['a', 'b'], vip: false }),
  ).toEqual({
    tags: ['a', 'b'],
  });
});

test('what is the same but for the order of its keys has not changed, at any depth', () => {
  const written = { hours: [{ weekday: 1, from: '08:00', to: '18:00' }], open: false };
  const stored = { open: false, hours: [{ to: '18:00', from: '08:00', weekday: 1 }] };
  expect(changedFrom({ value: stored }, { value: written })).toEqual({});
  expect(changedFrom({ days: ['a', 'b'] }, { days: ['b', 'a'] })).toEqual({ days: ['b', 'a'] });
});

test('what only one of two people changed is kept from that one; where both did, mine stands', () => {
  const base = { name: 'Acme', code: 'ACME', notes: '' };
  const joined = join(base, { ...base, name: 'Acme Ltd', notes: 'mine' }, { ...base, code: 'AC', notes: 'theirs' });
  expect(joined.values).toEqual({ name: 'Acme Ltd', code: 'AC', notes: 'mine' });
  expect(joined.clashes).toEqual([
    { name: 'code', theirs: 'AC', mine: 'ACME', both: false },
    { name: 'notes', theirs: 'theirs', mine: 'mine', both: true },
  ]);
});

test('joining with somebody who changed nothing gives back my own, and the other way round', () => {
  fc.assert(
    fc.property(record, record, (base, other) => {
      expect(join(base, other, base)).toEqual({ values: other, clashes: [] });
      expect(join(base, base, other).values).toEqual(other);
    }),
  );
});
