import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { openDesk } from '#tests/desk.ts';
import { attempt } from './attempt.ts';
import type { Ctx } from './context.ts';

const desk = await openDesk({ roles: ['web'] });
const named = (ctx: Ctx, code: string) => createClient(ctx, { name: code, code, timeZone: 'UTC' });
const codes = () =>
  desk.run(async ({ tx }) => {
    const rows = await tx.selectFrom('clients').select('code').where('kind', '<>', 'internal').execute();
    return rows.map(({ code }) => code).sort();
  });
const broken = new Error('broken');

test('what fails is taken back alone, and what failed is answered', async () => {
  await desk.run(async (ctx) => {
    const tried = await attempt(ctx, async () => {
      await named(ctx, 'GONE');
      throw broken;
    });
    expect(tried).toEqual({ failed: broken });
    expect(await attempt(ctx, () => named(ctx, 'KEPT'))).toEqual({ done: expect.any(String) });
  });
  expect(await codes()).toEqual(['KEPT']);
});

test('an attempt that fails takes back all of its own, though another within it failed or went well before', async () => {
  await desk.run(async (ctx) => {
    const tried = await attempt(ctx, async () => {
      await named(ctx, 'OUTER');
      await attempt(ctx, () => named(ctx, 'INNER'));
      await attempt(ctx, async () => {
        await ctx.hot('no_such_table', 'select from no_such_table', []);
      });
      await named(ctx, 'AFTER');
      throw broken;
    });
    expect(tried).toEqual({ failed: broken });
    await named(ctx, 'LAST');
  });
  expect(await codes()).toEqual(['KEPT', 'LAST']);
});
