import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chargedFor, costOf, taxWithin } from './expense.ts';

const paid = (amount: number, tax = 0) => ({ amount, tax, quantity: null, rate: null });

test('what is charged is what was paid without its tax, with the mark-up, exact to the minor unit', () => {
  expect(chargedFor(paid(24_200, 2_200), '10', 2)).toEqual({ quantity: '1', price: '242', amount: 24_200 });
  expect(chargedFor(paid(1_005), '0', 2)).toEqual({ quantity: '1', price: '10.05', amount: 1_005 });
  expect(chargedFor(paid(333), '12.5', 0)).toEqual({ quantity: '1', price: '375', amount: 375 });
  expect(chargedFor(paid(1_001), '0', 3)).toEqual({ quantity: '1', price: '1.001', amount: 1_001 });
});

test('a distance costs its units by the rate, and is charged by the rate with the mark-up', () => {
  expect(costOf('120.5', '0.88', 2)).toBe(10_604);
  const drive = { amount: 10_604, tax: 0, quantity: '120.5', rate: '0.88' };
  expect(chargedFor(drive, '0', 2)).toEqual({ quantity: '120.5', price: '0.88', amount: 10_604 });
  expect(chargedFor(drive, '10', 2)).toEqual({ quantity: '120.5', price: '0.968', amount: 11_664 });
});

test('the tax in an amount and what is left are the amount, and the tax is that of what is left to half a unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.integer({ min: 0, max: 100 }), (amount, percent) => {
      const tax = taxWithin(amount, String(percent));
      expect(Math.abs(tax - ((amount - tax) * percent) / 100)).toBeLessThanOrEqual((100 + percent) / 200 + 1e-6);
    }),
  );
});

test('quantity and price say the amount that is charged, whatever was paid', () => {
  fc.assert(
    fc.property(
      ...([
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.constantFrom(0, 2, 3),
      ] as const),
      (amount, markup, digits) => {
        const charged = chargedFor(paid(amount), String(markup / 100), digits);
        expect(costOf(charged.quantity, charged.price, digits)).toBe(charged.amount);
        expect(charged.amount).toBeGreaterThanOrEqual(amount);
      },
    ),
  );
});
