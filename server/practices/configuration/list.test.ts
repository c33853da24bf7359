import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { encodeCursor } from '#platform/http/index.ts';
import { createClient } from '#server/business/client/index.ts';
import { readCsv } from '#shared/csv-words.ts';
import type { EstateItemRow, ItemsTable } from '#shared/estate.ts';
import type { Counted } from '#shared/http.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { createItem } from './create.ts';
import { takeReadings } from './take.ts';

const desk = await openDesk({ roles: [] });
const { acme, birch } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const source = { kind: 'rmm', id: newId(), name: 'Datto RMM' } as const;
  const read = (name: string, lastSeenAt: string | null, warrantyUntil: string | null) => ({
    ...{ externalId: name, name, classKey: 'laptop', identifiers: [], lastSeenAt },
    attributes: warrantyUntil === null ? {} : { warrantyUntil },
  });
  await takeReadings(ctx, { clientId: acme, siteId: null, source }, [
    read('Ada', '2026-11-20T10:00:00.000Z', '2027-05-01'),
    read('Bea', '2026-11-22T10:00:00.000Z', '2026-12-01'),
    read('cleo', '2026-11-20T10:00:00.000Z', null),
    read('Dora', null, '2026-12-01'),
  ]);
  for (const name of ['=1+1', '+x', '-x', '@x', 'Say "hi", all'])
    await createItem(ctx, { clientId: birch, name, classKey: 'service' });
  return { acme, birch };
});
const olive = await hire(desk, { name: 'Olive Owner' });
const limited = await hire(desk, { name: 'Lim Limited', role: 'technician', clientIds: [birch] });

type Page = { items: EstateItemRow[]; nextCursor: string | null };
const page = async (query: string, who = olive) => (await who.call('GET', `/items?${query}`)).body as Page;
const count = async (query: string, who = olive) => (await who.call('GET', `/items/count?${query}`)).body as Counted;
const table = async (query: string, who: Person = olive) => {
  const { body } = await who.call('GET', `/items/table?${query}`);
  const { csv, ...rest } = body as ItemsTable;
  const [head = [], ...lines] = (readCsv(csv) ?? []).map(({ values }) => values);
  return { ...rest, csv, head, lines };
};

test.each([
  ['name', ['Ada', 'Bea', 'cleo', 'Dora']],
  ['class', ['Ada', 'Bea', 'cleo', 'Dora']],
  ['seen', ['Bea', 'cleo', 'Ada', 'Dora']],
  ['warranty', ['Bea', 'Dora', 'Ada', 'cleo']],
])('items are listed by %s, the same a few at a time', async (sort, names) => {
  const query = `clientId=${acme}&sort=${sort}`;
  const all = (await page(query)).items.map(({ name }) => name);
  // Of those that were seen at one time, the one that was made later comes first: whichever that is.
  if (sort === 'seen') expect([all[0], all.slice(1, 3).toSorted(), all[3]]).toEqual(['Bea', ['Ada', 'cleo'], 'Dora']);
  else expect(all).toEqual(names);
  for (const limit of [1, 2, 3]) {
    const read: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next: Page = await page(`${query}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
      read.push(...next.items.map(({ name }) => name));
      cursor = next.nextCursor;
    }
    expect(read).toEqual(all);
  }
});

test('of all classes, those of one class stand together', async () => {
  expect((await page('sort=class')).items.map(({ classKey }) => classKey)).toEqual([
    ...Array.from({ length: 4 }, () => 'laptop'),
    ...Array.from({ length: 5 }, () => 'service'),
  ]);
});

test('where a page ended is believed only if it can be such a place', async () => {
  for (const [sort, values] of [
    ['warranty', [20_260_230, 'a', newId()]],
    ['warranty', ['2026-11-20', 'a', 'last']],
    ['seen', ['2026-11-20', 'a', newId()]],
    ['class', [null, 'a', newId()]],
  ] as const)
    expect((await olive.call('GET', `/items?sort=${sort}&cursor=${encodeCursor(values)}`)).status).toBe(400);
  expect((await olive.call('GET', '/items?sort=serial')).status).toBe(400);
});

test('what a filter finds is counted, for whoever sees it', async () => {
  expect(await count('')).toEqual({ count: 9, capped: false });
  expect(await count(`clientId=${acme}`)).toEqual({ count: 4, capped: false });
  expect(await count('q=ad')).toEqual({ count: 1, capped: false });
  expect(await count('warranty=unknown&classKey=laptop')).toEqual({ count: 1, capped: false });
  expect(await count('', limited)).toEqual({ count: 5, capped: false });
  expect(await count(`clientId=${acme}`, limited)).toEqual({ count: 0, capped: false });
});

test('what a filter finds is a table in the order of the list, where no value is a formula', async () => {
  const { head, lines, items, more } = await table(`clientId=${acme}&sort=warranty`);
  expect({ items, more }).toEqual({ items: 4, more: false });
  const at = (name: string) => lines.map((line) => line[head.indexOf(name)]);
  expect(at('Name')).toEqual(['Bea', 'Dora', 'Ada', 'cleo']);
  expect(at('Warranty until')).toEqual(['2026-12-01', '2026-12-01', '2027-05-01', '']);
  expect(at('Client')).toEqual(['Acme', 'Acme', 'Acme', 'Acme']);
  const theirs = await table('', limited);
  expect(theirs.lines.map(([name]) => name).toSorted()).toEqual(["'+x", "'-x", "'=1+1", "'@x", 'Say "hi", all']);
  expect(theirs.csv).toContain('"Say ""hi"", all"');
  expect((await table(`clientId=${acme}`, limited)).lines).toEqual([]);
});
