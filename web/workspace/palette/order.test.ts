import { expect, test } from 'vitest';
import { inOrder } from './order.ts';

const actions = ['Move to another client', 'Link to another', 'Log a ticket', 'Go to board'].map((label) => ({
  label,
}));
const found = [
  { label: 'Move to another office', key: 'ACME-12' },
  { label: 'Mentions ACME-1', key: 'ACME-2' },
  { label: 'The first', key: 'ACME-1' },
];
const labels = (text: string, fit = actions) => inOrder(text, found, fit).map(({ label }) => label);

test('what can be done and is called so comes before tickets that are', () => {
  expect(labels('Move to another', actions.slice(0, 1))).toEqual([
    'Move to another client',
    'Move to another office',
    'Mentions ACME-1',
    'The first',
  ]);
});

test('the ticket whose key is typed comes first of all', () => {
  expect(labels('acme-1', [])[0]).toBe('The first');
});

test('what only has the letters somewhere stays behind what was found', () => {
  expect(labels('oard', actions.slice(3)).at(-1)).toBe('Go to board');
});
