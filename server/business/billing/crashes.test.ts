import { expect, test } from 'vitest';
import { expectBilledOnce } from '#tests/billing-crashes.ts';

test('runs that start several times at once and are cut off in the middle bill each entry once, to the same total', async () => {
  expect(await expectBilledOnce(8)).toBeGreaterThan(0);
});
