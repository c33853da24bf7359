import { expect, test } from 'vitest';
import type { CatalogueItemRow } from '#shared/catalogue.ts';
import type { ClientView } from '#shared/client.ts';
import { forWhom, isFor } from './for-whom.ts';

const groups = [{ id: 'g1', name: 'Gold' }];
const clients = ['Acme', 'Birch', 'Cedar', 'Dune'].map(
  (name) => ({ id: name, name, group: name === 'Acme' ? groups[0] : null }) as ClientView,
);
const [acme, birch] = clients as [ClientView, ClientView];
const item = (one: Partial<CatalogueItemRow>) =>
  ({ audience: 'all', groupIds: [], clientIds: [], ...one }) as unknown as CatalogueItemRow;

test('for whom an item is stands by name, as far as a line takes it', () => {
  expect(forWhom(item({}), clients, groups)).toBe('for everybody');
  expect(forWhom(item({ audience: 'groups', groupIds: ['g1'] }), clients, groups)).toBe('for Gold');
  const four = item({ audience: 'clients', clientIds: clients.map(({ id }) => id) });
  expect(forWhom(four, clients, groups)).toBe('for Acme, Birch, Cedar and 1 more');
  // Before the clients have come, or where the reader sees none of them.
  expect(forWhom(four, [], groups)).toBe('for 4 clients');
  expect(forWhom(four, [acme], groups)).toBe('for Acme and 3 more');
});

test('an item is for a client by name, by its group, or for everybody', () => {
  expect(isFor(item({}), birch)).toBe(true);
  const gold = item({ audience: 'groups', groupIds: ['g1'] });
  expect([isFor(gold, acme), isFor(gold, birch)]).toEqual([true, false]);
  const chosen = item({ audience: 'clients', clientIds: ['Birch'] });
  expect([isFor(chosen, acme), isFor(chosen, birch)]).toEqual([false, true]);
});
