import { expect, test } from 'vitest';
import { type Voter, voteOf } from './vote.ts';

const printing = { id: 'p', path: 'Devices / Printing' };
const network = { id: 'n', path: 'Network' };
let count = 0;
const voter = (category: Voter['category'], likeness = 0.5, resolved = false): Voter => {
  count += 1;
  return { key: `ACME-${count}`, category, likeness, resolved };
};

test('what most similar tickets agree on is proposed, with those that say so, the weightiest first', () => {
  const [weak, strong, solved, other] = [
    voter(printing, 0.4),
    voter(printing, 0.9),
    voter(printing, 0.7, true),
    voter(network),
  ];
  expect(voteOf([weak, other, strong, solved, voter(null, 1, true)])).toEqual({
    id: 'p',
    name: 'Devices / Printing',
    why: `3 of 4 similar tickets: ${solved.key}, ${strong.key}, ${weak.key}`,
    ticketKeys: [solved.key, strong.key, weak.key],
  });
});

test('one ticket alone proposes nothing, nor do those that are split', () => {
  expect(voteOf([])).toBeNull();
  expect(voteOf([voter(null), voter(null)])).toBeNull();
  expect(voteOf([voter(printing, 1, true)])).toBeNull();
  expect(voteOf([voter(printing), voter(printing), voter(network), voter(network)])).toBeNull();
  // Two of three, and yet the third is so much more alike.
  expect(voteOf([voter(printing, 0.3), voter(printing, 0.3), voter(network, 1)])).toBeNull();
});

test('what was resolved counts for more', () => {
  const split = [voter(network), voter(network)];
  expect(voteOf([...split, voter(printing, 0.5, true), voter(printing, 0.5, true)])?.id).toBe('p');
});
