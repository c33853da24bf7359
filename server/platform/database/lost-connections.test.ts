import pg from 'pg';
import { expect, test } from 'vitest';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk);

/** Ends every connection of the program, in the middle of whatever it does. */
async function cutAll(): Promise<void> {
  const client = new pg.Client({ connectionString: desk.adminUrl });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

const count = async () => {
  const answer = await olive.call('GET', '/client-groups');
  return (answer.body as { items: unknown[] }).items.length;
};

test('connections are cut under load: each request succeeds or is told to try again, and nothing happens by half', async () => {
  let names = 0;
  let made = 0;
  const statuses = new Set<number>();
  const busy = async () => {
    for (let i = 0; i < 8; i++) {
      const answer = await olive.call('POST', '/client-groups', { name: `Group ${names++}` });
      statuses.add(answer.status);
      if (answer.status === 201) made += 1;
      else expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
  };
  const work = Promise.all([busy(), busy()]);
  for (let i = 0; i < 3; i++) await cutAll();
  await work;
  expect([...statuses].filter((status) => status !== 201 && status !== 503)).toEqual([]);
  const groups = await count();
  // A commit whose answer was cut may have held; one that was acknowledged always did.
  expect(groups).toBeGreaterThanOrEqual(made);
  const { rows } = await desk.services.db.pool.query<{ n: number }>('select 1 as n');
  expect(rows).toEqual([{ n: 1 }]);
});

test('afterwards live updates are heard and jobs are run again', async () => {
  await cutAll();
  await until(() => desk.services.live.listening);
  await desk.run(async (ctx) => {
    await ctx.tx
      .insertInto('idempotency')
      .values({ principal: 'x', key: 'old', request_hash: '', status: 200, response: '', created_at: '2020-01-01' })
      .execute();
    await desk.services.jobs.enqueue(ctx, 'upkeep.answers', {});
  });
  await until(() =>
    desk.run(async (ctx) => (await ctx.tx.selectFrom('idempotency').select('key').execute()).length === 0),
  );
});
