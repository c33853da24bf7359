import { expect, test } from 'vitest';
import { ASKED, faultsOfAsking, plansOfAsking } from './check.ts';
import { bulkDesk } from './desk.ts';
import { type Node, nodesOf, planFaults } from './plans.ts';

type Asked = (typeof ASKED)[number];

const TICKETS = 4_000;
const bulk = await bulkDesk(TICKETS);

// A table this small is often read fastest from end to end. With that made dear, the plan shows whether there is another way; the
// same is asked without at a million, in the deep test.
const settings = ['enable_seqscan = off'];

// A search looks through the newest tickets before it asks the index of words, which at this size are all of them; clocks that are
// not over are joined with all tickets.
const WHOLE = ['what is related', 'articles that may help', 'the board of service levels'];
const mostOf = ({ group, name }: Asked) => (group === 'SEARCHES' || WHOLE.includes(name) ? TICKETS : TICKETS / 2);

test.each(ASKED)('$group: $name uses an index and touches a part of the tickets', async (shape) => {
  expect(await faultsOfAsking(bulk, shape, { most: mostOf(shape), settings })).toEqual([]);
});

test('how a company stands is counted among what is open or resolved there alone', async () => {
  const shape = ASKED.find(({ name }) => name === 'how the company stands') as Asked;
  const indexes = nodesOf(await plansOfAsking(bulk, shape, settings)).map(({ node }) => node['Index Name']);
  expect(indexes).toContain('tickets_standing');
});

test('a planted fault is found: a table read from end to end, an index walked to its end', () => {
  const scan: Node = { 'Node Type': 'Seq Scan', 'Relation Name': 'events', 'Actual Rows': 9, 'Actual Loops': 1 };
  const walk: Node = {
    ...{ 'Node Type': 'Index Scan', 'Relation Name': 'tickets', 'Index Name': 'tickets_updated' },
    ...{ 'Actual Rows': 51, 'Actual Loops': 1, 'Rows Removed by Filter': 7_900 },
  };
  const found = planFaults(
    [{ 'Node Type': 'Limit', 'Actual Rows': 51, 'Actual Loops': 1, Plans: [scan, walk] }],
    4_000,
  );
  expect(found).toEqual(['reads events from end to end', 'touches 7951 rows of tickets by tickets_updated']);
});
