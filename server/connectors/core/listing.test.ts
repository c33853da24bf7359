import { expect, test } from 'vitest';
import { everyRecord } from './listing.ts';

/** A list that changes after every page that was read, in pages of two. */
function moving(records: string[], changes: ((list: string[]) => void)[]) {
  let reads = 0;
  return {
    reads: () => reads,
    read: async (number: number) => {
      const items = records.slice(number * 2 - 2, number * 2);
      const page = { items, isLast: number * 2 >= records.length };
      changes[reads++]?.(records);
      return page;
    },
  };
}

async function all(list: ReturnType<typeof moving>, once = false) {
  const found: string[] = [];
  for await (const records of everyRecord(list.read, (record) => record || null, { once })) found.push(...records);
  return found;
}

test('a list of one page is read once', async () => {
  const list = moving(['a', 'b'], []);
  expect([await all(list), list.reads()]).toEqual([['a', 'b'], 1]);
});

test('nobody is missed when one before them is removed between two pages', async () => {
  const list = moving(['a', 'b', 'c', 'd', 'e'], [(records) => records.shift()]);
  expect(await all(list)).toEqual(['a', 'b', 'd', 'e', 'c']);
});

test('nobody comes twice when one is added before them', async () => {
  const list = moving(['a', 'b', 'c'], [(records) => records.unshift('x')]);
  expect(await all(list)).toEqual(['a', 'b', 'c', 'x']);
});

test('one that is removed while another is added is no reason to miss anybody', async () => {
  const swap = (records: string[]) => void records.push(`${records.shift()}2`);
  const list = moving(['a', 'b', 'c', 'd', 'e'], [swap]);
  expect((await all(list)).sort()).toEqual(['a', 'a2', 'b', 'c', 'd', 'e']);
});

test('a list that never rests ends all the same', async () => {
  let next = 0;
  const grow = (records: string[]) => void records.unshift(`new${next++}`);
  const list = moving(['a', 'b', 'c'], Array(100).fill(grow));
  const found = await all(list);
  expect(found).toEqual(expect.arrayContaining(['a', 'b', 'c']));
  expect(new Set(found).size).toBe(found.length);
});

test('whoever concludes nothing from what is missing reads once; what has no id is left out', async () => {
  const list = moving(['a', '', 'b'], []);
  expect([await all(list, true), list.reads()]).toEqual([['a', 'b'], 2]);
});

test('pages that are all the same do not go on for ever', async () => {
  const same = { read: async () => ({ items: ['a', 'b'], isLast: false }), reads: () => 0 };
  await expect(all(same)).rejects.toThrow('does not move on');
});
