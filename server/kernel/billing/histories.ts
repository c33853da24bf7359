import { expect } from 'vitest';
import { oracle } from './oracle.ts';
import { type Books, type PricedLine, priceBooks } from './price.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function keyOf({ from }: PricedLine): string {
  if (from.kind === 'standing') return `${from.lineId}:${from.month.index}`;
  if (from.kind === 'charge') return from.charge.id;
  const { ticketId, lineId, rate, hours, percent } = from.charge;
  return [ticketId, lineId, rate.id, hours, percent].join('|');
}

/** Holds that some books are priced as the oracle prices them, to the cent, and that everything adds up. */
export function holdBooks(books: Books): void {
  const priced = priceBooks(books);
  const plain = oracle(books);
  const owed = priced.lines.map((line) => ({ key: keyOf(line), amount: line.amount, tax: line.tax.amount }));
  const order = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
  expect(owed.toSorted(order)).toEqual(plain.owed.toSorted(order));
  expect(priced.net).toBe(sum(owed.map(({ amount }) => amount)));
  expect(priced.tax).toBe(sum(owed.map(({ tax }) => tax)));
  expect(priced.total).toBe(priced.net + priced.tax);
  expect(Object.fromEntries(priced.time.grants.map(({ id, left }) => [id, left]))).toEqual(plain.left);
  expect(priced.time.grants.every(({ left }) => left >= 0)).toBe(true);
  expect(priced.time.unrated.toSorted()).toEqual(plain.unrated.toSorted());
  for (const { from, amount } of priced.lines) {
    if (from.kind === 'standing') expect(sum(from.month.parts.map((part) => part.amount))).toBe(from.month.costs);
    if (from.kind === 'time') expect(sum(from.charge.pieces.map((piece) => piece.amount))).toBe(amount);
  }
}
