import { expect, test } from 'vitest';
import { ASKED, faultsOfAsking } from './check.ts';
import { bulkDesk } from './desk.ts';

/** Fewer for a try-out: FETTLE_DEEP_TICKETS. */
const TICKETS = Number(process.env.FETTLE_DEEP_TICKETS ?? 1_000_000);
/** Rows of one table that one question may touch, however many there are: about what 50 ms allow. */
const MOST = 20_000;
const bulk = await bulkDesk(TICKETS, { clients: 200, staff: 64 });

test.each(ASKED)('$group: $name is quick by its plan among a million', async (shape) => {
  expect(await faultsOfAsking(bulk, shape, { most: MOST })).toEqual([]);
});
