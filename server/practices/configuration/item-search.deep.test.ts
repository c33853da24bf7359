import pg from 'pg';
import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { EstateItemRow } from '#shared/estate.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';

const ITEMS = 200_000;
const CLIENTS = 100;
/**
 * So many times as long as a plain page, by name, may one of 50 take as its 95th percentile: who looks through all items takes many times that,
 * on whatever machine. The milliseconds are told.
 */
const MOST_TIMES = 8;
/** And a count, which for some filters looks through all. */
const MOST_TIMES_OF_COUNT = 30;
const ASKS = 60;

const FILL = `
insert into fettle.configuration_items (client_id, id, class_key, name, asset_tag, attributes, last_seen_at, created_at, updated_at)
select ($1::uuid[])[1 + n % $2], gen_random_uuid(), (array['laptop', 'server', 'printer'])[1 + n % 3], 'PC-' || md5(n::text), 'T' || n,
  case when n % 5 = 1 then jsonb_build_object('warrantyUntil', date '2025-01-01' + n % 1500) else '{}' end,
  case when n % 10 > 0 then now() - n * interval '1 minute' end, now(), now() from generate_series(1, $3) n`;
const desk = await openDesk({ roles: [] });
const ids = await desk.run(async (ctx) => {
  const made: string[] = [];
  for (let n = 0; n < CLIENTS; n++)
    made.push(await createClient(ctx, { name: `Client ${n}`, code: `C${n}X`, timeZone: 'UTC' }));
  return made;
});
const admin = new pg.Client({ connectionString: desk.adminUrl });
await admin.connect();
await admin.query(FILL, [ids, CLIENTS, ITEMS]);
await admin.query('vacuum analyze');
await admin.end();
const all = await hire(desk, { name: 'Olive Owner' });
const some = await hire(desk, { name: 'Bob', role: 'technician', clientIds: ids.slice(0, 3) });

/** How long a question takes beside a plain page, each asked as often as the other and in turns; tells it, and gives the ratio. */
async function beside(what: string, who: Person, urlOf: (n: number) => string): Promise<number> {
  const [plain, sought] = [[] as number[], [] as number[]];
  for (let n = 1; n <= ASKS; n++)
    for (const [took, url] of [
      [plain, '/items?limit=50'],
      [sought, urlOf(n)],
    ] as const) {
      const began = performance.now();
      const { status } = await who.call('GET', url);
      took.push(performance.now() - began);
      expect(status).toBe(200);
    }
  console.info(`items, ${what}: p95 ${p95(sought).toFixed(1)} ms, a plain page ${p95(plain).toFixed(1)} ms`);
  return p95(sought) / p95(plain);
}

test.each([
  ['a piece, whoever sees all', all, (n: number) => `q=${pieceOf(n)}`],
  ['what every name has, whoever sees all', all, () => 'q=PC-'],
  ['what no name has, whoever sees all', all, (n: number) => `q=nothing-${n}`],
  ['a tag, whoever sees all', all, (n: number) => `q=t${n * 17}`],
  ['a piece at a client, whoever sees all', all, (n: number) => `q=${pieceOf(n)}&clientId=${ids[n % CLIENTS]}`],
  ['a piece, whoever sees three clients', some, (n: number) => `q=${pieceOf(n)}`],
  ['by class', all, () => 'sort=class'],
  ['by when they were last seen', all, () => 'sort=seen'],
  ['by end of warranty', all, () => 'sort=warranty'],
  ['by when they were last seen, of a client', all, () => `sort=seen&clientId=${ids[7]}`],
  ['by end of warranty, whoever sees three clients', some, () => 'sort=warranty'],
  ['by when they were last seen, whoever sees three clients', some, () => 'sort=seen'],
] as const)('200,000 items are found and sorted through indexes: %s', async (what, who, queryOf) => {
  expect(await beside(what, who, (n) => `/items?limit=50&${queryOf(n)}`)).toBeLessThanOrEqual(MOST_TIMES);
});

test.each([
  ['all', all, ''],
  ['what is online', all, 'online=true'],
  ['ended warranties, whoever sees three clients', some, 'warranty=ended'],
] as const)('200,000 items are counted no further than is shown: %s', async (what, who, query) => {
  expect(await beside(`a count of ${what}`, who, () => `/items/count?${query}`)).toBeLessThanOrEqual(
    MOST_TIMES_OF_COUNT,
  );
});

const p95 = (took: readonly number[]) => took.toSorted((a, b) => a - b)[Math.floor(ASKS * 0.95)] ?? 0;

/** Of a hash, so that it stands in some names alone. */
const pieceOf = (n: number) => (0xabc00 + n).toString(16);

test('whoever sees three clients finds theirs alone', async () => {
  const { body } = await some.call('GET', '/items?limit=200&q=abc');
  const seen = new Set((body as { items: EstateItemRow[] }).items.map(({ client }) => client.id));
  expect(seen.size).toBeGreaterThan(0);
  expect([...seen].filter((id) => !ids.slice(0, 3).includes(id))).toEqual([]);
});
