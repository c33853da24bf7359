import { expect, test } from 'vitest';
import { type Decision, varianceOf, varianceStands } from './billing.ts';

const contract = {
  ...{ begins: '2026-01-01', ends: null, billsFrom: '2026-01-01', everyMonths: 1, advance: true },
  ...{ digits: 2, uplift: null },
};
const seats = {
  terms: [{ from: '2026-01-01', quantity: '20', price: '30', agreed: '2026-01-01' }],
  until: null,
  prorated: true,
};

test('a count says the difference, what it costs a month, and until the month of the contract ends', () => {
  expect(varianceOf(seats, contract, { day: '2026-11-16', counted: '23' })).toEqual({
    ...{ contracted: '20', difference: '3', price: '30', monthly: 9_000, thisMonth: 4_500, monthEnds: '2026-12-01' },
  });
  expect(varianceOf(seats, contract, { day: '2026-11-01', counted: '18' })).toMatchObject({
    ...{ difference: '-2', monthly: -6_000, thisMonth: -6_000 },
  });
});

test('a line that is not divided by days costs the whole month, a price that has risen counts as it is, and later terms stay', () => {
  const whole = { ...seats, prorated: false };
  expect(varianceOf(whole, contract, { day: '2026-11-16', counted: '23' })?.thisMonth).toBe(9_000);
  const rising = { ...contract, uplift: { percent: '10', everyMonths: 6 } };
  expect(varianceOf(seats, rising, { day: '2026-07-16', counted: '21' })).toMatchObject({
    price: '33',
    monthly: 3_300,
  });
  const changing = {
    ...seats,
    terms: [...seats.terms, { from: '2026-11-21', quantity: '25', price: '30', agreed: '2026-01-01' }],
  };
  expect(varianceOf(changing, contract, { day: '2026-11-16', counted: '23' })?.thisMonth).toBe(1_500);
});

test('before a line holds, or after it, there is nothing to compare', () => {
  expect(varianceOf(seats, contract, { day: '2025-12-31', counted: '23' })).toBeNull();
  expect(varianceOf({ ...seats, until: '2026-06-01' }, contract, { day: '2026-06-01', counted: '23' })).toBeNull();
});

test('a decision holds as long as what it was about', () => {
  const stands = (difference: string, decision: Decision | null, day = '2026-11-16', counted = '23') =>
    varianceStands({ difference }, decision, { day, today: day, counted });
  const of = (kind: Decision['kind'], day: string | null): Decision => ({ kind, day, counted: '23', contracted: '20' });
  expect(stands('0', null)).toBe('agrees');
  expect(stands('3', null)).toBe('open');
  expect(stands('3', of('keep', null))).toBe('kept');
  expect(stands('4', of('keep', null), '2026-11-16', '24')).toBe('open');
  expect(stands('3', of('set_aside', '2026-11-20'))).toBe('set_aside');
  expect(stands('3', of('set_aside', '2026-11-20'), '2026-11-20')).toBe('open');
  expect(stands('3', of('accept', '2026-12-01'))).toBe('accepted');
  expect(stands('4', of('accept', '2026-12-01'), '2026-11-16', '24')).toBe('open');
  expect(stands('3', of('accept', '2026-12-01'), '2026-12-01')).toBe('open');
});
