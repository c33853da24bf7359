import Type from 'typebox';
import type { Ctx } from '#platform/context/index.ts';
import { defineRoute } from '#platform/http/index.ts';
import { SampleProgress } from '#shared/sample.ts';

/** Where the sample's ninety days end and how far the load is; null where no sample was asked for. */
export async function progressOf(ctx: Ctx): Promise<SampleProgress | null> {
  const row = await ctx.tx.selectFrom('sample_load').selectAll().executeTakeFirst();
  return row ? { endsAt: row.ends_at, done: row.done, total: row.total, finishedAt: row.finished_at } : null;
}

/** Writes down at its first run where the sample ends, so that a load that was broken off goes on as it began. */
export async function begin(ctx: Ctx, total: number): Promise<void> {
  await ctx.tx.insertInto('sample_load').values({ ends_at: ctx.now, done: 0, total }).execute();
}

/** So many tickets are there; another process may have told more already. */
export async function advance(ctx: Ctx, done: number): Promise<void> {
  await ctx.tx.updateTable('sample_load').set({ done }).where('done', '<', done).execute();
}

export async function finish(ctx: Ctx): Promise<void> {
  await ctx.tx.updateTable('sample_load').set({ finished_at: ctx.now }).execute();
}

export const sampleRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/sample',
      access: 'authenticated',
      tag: 'Installation',
      summary: 'How far the sample MSP is loaded',
      response: Type.Object({ progress: Type.Union([SampleProgress, Type.Null()]) }),
    },
    async (ctx) => ({ progress: await progressOf(ctx) }),
  ),
];
