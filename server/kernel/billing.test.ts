import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryBooks } from './billing/arbitrary.ts';
import { holdBooks } from './billing/histories.ts';
import { contractMonth, exact, monthIndex, priceBooks, toMinor, withUplift } from './billing.ts';

const RANDOM = 5_000;

test(`${RANDOM} random billing histories come out as the oracle has them, to the cent`, () => {
  fc.assert(fc.property(arbitraryBooks, holdBooks), { numRuns: RANDOM });
}, 300_000);

test('the same books give the same lines, and what was billed is not billed again', () => {
  fc.assert(
    fc.property(arbitraryBooks, (books) => {
      const first = priceBooks(books);
      expect(priceBooks(books)).toEqual(first);
      const billed = {
        ...books,
        ...{ entries: [], charges: [] },
        contracts: books.contracts.map((contract) => ({
          ...contract,
          lines: contract.lines.map((line) => ({
            ...line,
            billed: new Map([
              ...line.billed,
              ...first.lines.flatMap(({ from }) =>
                from.kind === 'standing' && from.lineId === line.id
                  ? [[from.month.index, from.month.costs] as const]
                  : [],
              ),
            ]),
          })),
        })),
      };
      expect(priceBooks(billed).lines).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a month begins on the day on which the contract began, on the last of a shorter one, and comes back', () => {
  const begins = [0, 1, 2, 3, 13].map((index) => contractMonth('2023-01-31', index).from);
  expect(begins).toEqual(['2023-01-31', '2023-02-28', '2023-03-31', '2023-04-30', '2024-02-29']);
});

test('for ten years, every day is in just one month of a contract, whichever day it began', () => {
  const start = fc.date({ min: new Date('2020-01-01'), max: new Date('2024-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(start, fc.integer({ min: 0, max: 3_652 }), (from, later) => {
      const begins = from.toISOString().slice(0, 10);
      const day = new Date(from.getTime() + later * 86_400_000).toISOString().slice(0, 10);
      const month = contractMonth(begins, monthIndex(begins, day));
      expect(month.from <= day && day < month.until).toBe(true);
      expect(contractMonth(begins, monthIndex(begins, day) + 1).from).toBe(month.until);
    }),
  );
});

test('half a cent goes away from zero, and an amount that no number holds is refused', () => {
  expect(['0.005', '-0.005', '0.0049', '1.015'].map((text) => toMinor(exact(text), 2))).toEqual([1, -1, 0, 102]);
  expect(toMinor(exact('0.5'), 0)).toBe(1);
  expect(() => toMinor(exact('999999999999').mul(exact('999999')), 2)).toThrow(RangeError);
  for (const text of ['', 'NaN', '1e5', 'Infinity', '1,5', '--1', '1.']) expect(() => exact(text)).toThrow(RangeError);
});

test('prices rise on the day of the contract, rounded each time, but not before a price was agreed', () => {
  const uplift = { percent: '3.5', everyMonths: 12 };
  const terms = { begins: '2024-03-15', uplift, until: '2027-01-01', digits: 2 };
  const line = { from: '2024-03-15', until: null, quantity: '10', price: '99.99' };
  expect(withUplift([line], terms).map(({ from, until, price }) => [from, until, price])).toEqual([
    ['2024-03-15', '2025-03-15', '99.99'],
    ['2025-03-15', '2026-03-15', '103.49'],
    ['2026-03-15', null, '107.11'],
  ]);
  const seats = [
    { ...line, until: '2025-06-01' },
    { ...line, from: '2025-06-01', agreed: '2024-03-15', quantity: '12' },
  ];
  expect(withUplift(seats, terms).map(({ from, quantity, price }) => [from, quantity, price])).toEqual([
    ['2024-03-15', '10', '99.99'],
    ['2025-03-15', '10', '103.49'],
    ['2025-06-01', '12', '103.49'],
    ['2026-03-15', '12', '107.11'],
  ]);
});
