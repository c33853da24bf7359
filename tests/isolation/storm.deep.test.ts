import { expect, test } from 'vitest';
import { runs } from '../runs.ts';
import { openStorm, rage, silence } from './storm.ts';

const storm = await openStorm();

test('ten thousand mixed requests over four connections leak nothing, and leave every connection without a scope', async () => {
  const { foreign, leftBehind, ended } = await rage(storm, runs(10_000), 7);
  expect({ foreign, leftBehind }).toEqual({ foreign: [], leftBehind: 0 });
  expect(Object.keys(ended)).toHaveLength(10);
  expect(await silence(storm)).toEqual(Array(4).fill('nobody0'));
});
