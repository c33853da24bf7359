import { expect, test } from 'vitest';
import { createItem } from '#server/practices/configuration/index.ts';
import { openChanges } from '#tests/change-desk.ts';

const desk = await openChanges();
const { acme, olga, max, tom, raise, go, begin, edit, change, status, vote, plan } = desk;
await desk.rule('Low risk', { condition: 'change.risk == 1', stage: 'before', outcome: { does: 'authorise' } });

const item = (name: string) => desk.desk.run((ctx) => createItem(ctx, { clientId: acme, name, classKey: 'server' }));
const risk = async (key: string) => {
  const { risk } = await change(key);
  return [risk?.level, risk?.why.at(-1)?.why];
};
const authorise = async (key: string) => {
  await go(key, 'assess');
  expect(await go(key, 'authorise')).toMatchObject({ status: 201 });
  return status(key);
};
async function end(key: string, resolutionCode: string): Promise<void> {
  if ((await status(key)) === 'authorise') expect((await vote(max, key)).status).toBe(200);
  expect(await begin(key)).toMatchObject({ status: 201 });
  expect(await go(key, 'review', { resolutionCode, resolutionNote: 'As it went' })).toMatchObject({ status: 201 });
}
/** Lets it have ended so many days ago. */
const ended = (key: string, days: number) =>
  desk.desk.run((ctx) =>
    ctx.tx
      .updateTable('changes as c')
      .from('tickets as t')
      .whereRef('t.id', '=', 'c.ticket_id')
      .where('t.key', '=', key)
      .set({ outcome_at: new Date(Date.parse(ctx.now) - days * 86_400_000).toISOString() })
      .execute(),
  );

test('another attempt on the same item after one that failed is not low and asks, for ninety days', async () => {
  const first = await raise(plan());
  expect(await risk(first)).toEqual([1, 'Anything that is changed can go wrong.']);
  expect(await authorise(first)).toBe('scheduled');
  await end(first, 'failed');

  const second = await raise(plan());
  expect(await risk(second)).toEqual([2, `${first}, which touched srv-1 as well, failed of late.`]);
  expect(await authorise(second)).toBe('authorise');
  expect((await risk(await raise({ ...plan(), itemIds: [await item('srv-2')] })))[0]).toBe(1);

  await ended(first, 91);
  const later = await raise(plan());
  expect((await risk(later))[0]).toBe(1);
  await ended(first, 89);
  expect((await edit(later, { reason: 'It still has to be' })).status).toBe(200);
  expect((await risk(later))[0]).toBe(2);
});

test('so is another attempt at the same problem, and what went well says nothing', async () => {
  const made = await olga.call('POST', '/tickets', { clientId: acme, kind: 'problem', title: 'The gate hangs' });
  const { key: problem } = made.body as { key: string };
  const attempt = async (name: string) => raise({ ...plan(), itemIds: [await item(name)], problem });
  const good = await attempt('gate-1');
  expect(await authorise(good)).toBe('scheduled');
  await end(good, 'successful');
  const bad = await attempt('gate-2');
  expect((await risk(bad))[0]).toBe(1);
  await authorise(bad);
  await end(bad, 'backed_out');
  const again = await attempt('gate-3');
  expect(await risk(again)).toEqual([2, `${bad}, which was to mend the same problem, was backed out of late.`]);
  expect(await authorise(again)).toBe('authorise');
  expect((await tom.call('GET', `/changes/${again}`)).status).toBe(200);
});
