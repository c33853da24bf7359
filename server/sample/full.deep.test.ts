import { expect, test } from 'vitest';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { loadSample } from './index.ts';

const desk = await openDesk();
await hire(desk, { name: 'Olive Owner' });

test('the full sample is as large as it says, and no ticket of it was refused', async () => {
  await loadSample(desk.services);
  const counts = await desk.run(async ({ tx }) => {
    const of = async (table: 'contacts' | 'teams' | 'tickets' | 'staff') =>
      Number(
        (
          await tx
            .selectFrom(table)
            .select((q) => q.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      );
    const clients = await tx.selectFrom('clients').select('id').where('kind', '=', 'client').execute();
    return [clients.length, await of('contacts'), await of('teams'), await of('tickets'), (await of('staff')) - 1];
  });
  expect(counts).toEqual([40, 300, 6, 2_000, 12]);
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
}, 900_000);
