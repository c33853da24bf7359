import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { TimeOwed } from '#shared/time.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { loadSample } from './index.ts';

const desk = await openDesk();
const owner = await hire(desk, { name: 'Olive Owner' });
await desk.run(async (ctx) => {
  const id = await createClient(ctx, { name: 'Harbour IT', code: 'MSP', timeZone: 'UTC' });
  await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', id).execute();
});

test('the full sample is as large as it says, and no ticket of it was refused', async () => {
  await loadSample(desk.services);
  const counts = await desk.run(async ({ tx }) => {
    const of = async (table: 'contacts' | 'teams' | 'staff') =>
      Number(
        (
          await tx
            .selectFrom(table)
            .select((q) => q.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      );
    const clients = await tx.selectFrom('clients').select('id').where('kind', '=', 'client').execute();
    const { total } = await tx.selectFrom('sample_load').select('total').executeTakeFirstOrThrow();
    return [clients.length, await of('contacts'), await of('teams'), total, (await of('staff')) - 1];
  });
  expect(counts).toEqual([40, 300, 7, 2_000, 12]);
  // A problem of two clients, one to review, one at work; and what is proposed, of several clients too.
  const found = await desk.run(async ({ tx }) => ({
    problems: await tx.selectFrom('tickets').select('status').where('kind', '=', 'problem').orderBy('status').execute(),
    proposals: await tx.selectFrom('problem_proposals').select('client_ids').where('state', '=', 'open').execute(),
  }));
  expect(found.problems.map(({ status }) => status)).toEqual(['closed', 'known_error', 'root_cause_analysis']);
  expect(found.proposals.some(({ client_ids }) => client_ids.length > 1)).toBe(true);
  // Every article that was published helped on some ticket.
  const idle = await desk.run(({ tx }) =>
    tx
      .selectFrom('articles as a')
      .select('a.id')
      .where('a.published_number', 'is not', null)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('ticket_articles as t').select('t.article_id').whereRef('t.article_id', '=', 'a.id'))),
      )
      .execute(),
  );
  expect(idle).toEqual([]);
  // Somebody has not handed in what they worked days ago, and can be reminded.
  const { items } = (await owner.call('GET', '/time/owed')).body as { items: TimeOwed[] };
  expect(items.find(({ staff }) => staff.name === 'Luca Weber')?.unsubmitted).toBeGreaterThan(0);
}, 900_000);
