import { expect, test } from 'vitest';
import { AT_ONCE, expectBilledOnce } from '#tests/billing-crashes.ts';

test('a thousand runs, doubled and cut off in the middle, bill each entry once, to the same total', async () => {
  expect(await expectBilledOnce(1_000 / AT_ONCE)).toBeGreaterThan(50);
}, 1_800_000);
