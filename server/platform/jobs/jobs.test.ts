import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { openDesk } from '#tests/desk.ts';

const desk = await openDesk();

test('jobs that are added at once are done one after the other without a pause between them', async () => {
  const ticket = await desk.run(async (ctx) => {
    const clientId = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
    return createTicket(ctx, { kind: 'problem', clientId, title: 'The gate hangs' });
  });
  const job = { clientId: ticket.client_id, id: ticket.id };
  await desk.run(async (ctx) => {
    for (let added = 0; added < 10; added += 1) await ctx.services.jobs.enqueue(ctx, 'problem.follow', job);
  });
  const left = () =>
    desk.run(async ({ tx }) => {
      const { rows } = await sql<{ left: number }>`
        select count(*)::int as left from pgboss.job where name = 'problem.follow' and state <> 'completed'`.execute(
        tx,
      );
      return rows[0];
    });
  // The next of them is looked for every half minute otherwise.
  await expect.poll(left, { timeout: 25_000 }).toEqual({ left: 0 });
});
