import { expect, test } from 'vitest';
import { mutate, randomFrom } from './mutate.ts';
import { brokenPromises } from './promises.ts';
import { CORPUS } from './read-corpus.ts';

test.each([...CORPUS])('whatever happens to %s, nothing of it is lost', async (name, bytes) => {
  expect(await brokenPromises(bytes, 1)).toEqual([]);
  for (let seed = 1; seed <= 20; seed++)
    expect([name, seed, await brokenPromises(mutate(bytes, randomFrom(seed)), seed, seed % 4 === 0)]).toEqual([
      name,
      seed,
      [],
    ]);
});
