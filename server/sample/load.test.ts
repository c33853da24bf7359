import { expect, test } from 'vitest';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { loadSample } from './index.ts';

const SIZE = { clients: 4, tickets: 50 };
const desk = await openDesk();
const owner = await hire(desk, { name: 'Olive Owner' });

test('a reduced sample has what it promises, tells its progress, and a second load changes nothing', async () => {
  await loadSample(desk.services, SIZE);
  const count = async () =>
    desk.run(async (ctx) => {
      const of = async (table: 'tickets' | 'events' | 'messages') =>
        Number(
          (
            await ctx.tx
              .selectFrom(table)
              .select((q) => q.fn.countAll().as('n'))
              .executeTakeFirstOrThrow()
          ).n,
        );
      return { tickets: await of('tickets'), events: await of('events'), messages: await of('messages') };
    });
  const before = await count();
  expect(before.tickets).toBeGreaterThanOrEqual(SIZE.tickets);
  const { progress } = (await owner.call('GET', '/sample')).body as { progress: Record<string, unknown> };
  expect(progress).toMatchObject({ done: before.tickets, total: before.tickets, finishedAt: expect.any(String) });
  await loadSample(desk.services, SIZE);
  expect(await count()).toEqual(before);
}, 180_000);
