import { expect, test } from 'vitest';
import { readAddress } from './board-address.ts';

const CLIENT = '0193a3f0-0000-7000-8000-000000000001';

test('the board shows what its address asks for', () => {
  const address = `hours=24&client=${CLIENT}&team=mine&target=ola&by=team&days=90&wall=1`;
  expect(readAddress(new URLSearchParams(address))).toEqual({
    query: { hours: 24, clientId: CLIENT, teamId: 'mine', target: 'ola' },
    by: 'team',
    days: 90,
    wall: true,
  });
});

test('what cannot be understood of a damaged address is left out', () => {
  const address = 'hours=0&client=acme&team=everyone&target=sleep&by=moon&days=31&wall=yes';
  expect(readAddress(new URLSearchParams(address))).toEqual({ query: { hours: 8 }, by: null, days: 30, wall: false });
});
