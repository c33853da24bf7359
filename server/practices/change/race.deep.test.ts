import { expect, test } from 'vitest';
import { openChanges } from '#tests/change-desk.ts';
import { openBoard } from '#tests/change-race.ts';

test('a thousand schedules of votes decide as they would one after the other', async () => {
  const run = await openBoard(await openChanges());
  for (let seed = 0; seed < 1_000; seed += 1) expect(await run(seed), `schedule ${seed}`).toEqual([]);
}, 3_600_000);
