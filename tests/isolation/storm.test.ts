import { expect, test } from 'vitest';
import { openStorm, rage, silence } from './storm.ts';

const storm = await openStorm();

test('many requests of many clients over few connections, ended in every way, leave nothing behind', async () => {
  const { foreign, leftBehind, ended, checkouts } = await rage(storm, 1_000);
  expect({ foreign, leftBehind }).toEqual({ foreign: [], leftBehind: 0 });
  expect(Object.keys(ended)).toHaveLength(10);
  expect(checkouts).toBeGreaterThan(800);
  expect(await silence(storm)).toEqual(Array(4).fill('nobody0'));
}, 300_000);
