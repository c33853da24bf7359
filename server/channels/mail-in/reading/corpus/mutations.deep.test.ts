import { expect, test } from 'vitest';
import { mutate, randomFrom } from './mutate.ts';
import { brokenPromises } from './promises.ts';
import { CORPUS } from './read-corpus.ts';

test.each([...CORPUS])('a thousand breakages of %s lose nothing and end', async (name, bytes) => {
  for (let seed = 1_001; seed <= 2_000; seed++)
    expect([name, seed, await brokenPromises(mutate(bytes, randomFrom(seed)), seed)]).toEqual([name, seed, []]);
});
