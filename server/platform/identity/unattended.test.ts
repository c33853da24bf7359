import { afterAll, expect, test } from 'vitest';
import { openDesk } from '#tests/desk.ts';
import { ensureAdmin } from './index.ts';

const before = process.env.TZ;
afterAll(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

test('set up with nobody there, the MSP lives in the zone of its machine', async () => {
  process.env.TZ = 'Pacific/Auckland';
  const desk = await openDesk();
  await ensureAdmin(
    desk.services,
    { email: 'olive@harbour.example', password: 'four quiet green harbours' },
    { sample: false },
  );
  const own = await desk.run((ctx) =>
    ctx.tx.selectFrom('clients').select(['code', 'time_zone']).where('kind', '=', 'internal').execute(),
  );
  expect(own).toEqual([{ code: 'MYMSP', time_zone: 'Pacific/Auckland' }]);
});
