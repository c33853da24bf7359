import { expect, test } from 'vitest';
import { setClientServices } from '#server/business/client/index.ts';
import type { OutageView } from '#shared/service.ts';
import { openChanges } from '#tests/change-desk.ts';

const changes = await openChanges({});
const { desk, olga, acme, raise, plan, change, edit, go, begin, status } = changes;
await changes.rule('Nobody', { condition: '', stage: 'before', outcome: { does: 'authorise' } });
const offered = await olga.call('POST', '/service-offerings', { name: 'Files', calendar: 'always' });
const { id: files } = offered.body as { id: string };
await desk.run((ctx) => setClientServices(ctx, acme, [files]));

const outages = async () => {
  const { items } = (await olga.call('GET', `/services/${files}/outages`)).body as { items: OutageView[] };
  return items.map(({ from, beganAt }) => [from?.key, beganAt]);
};
const scheduled = async () => {
  const key = await raise({ ...plan(), outage: true, serviceIds: [files] });
  await go(key, 'assess');
  await go(key, 'authorise');
  expect(await status(key)).toBe('scheduled');
  return key;
};

test('a change that is postponed has not begun: its outage goes, and begins anew with it', async () => {
  const key = await scheduled();
  expect(await begin(key)).toMatchObject({ status: 201 });
  const { actualStart: first } = await change(key);
  await expect.poll(outages, { timeout: 20_000 }).toEqual([[key, first]]);
  expect(await go(key, 'scheduled', { reason: 'The part has not come' })).toMatchObject({ status: 201 });
  expect(await change(key)).toMatchObject({ actualStart: null, actualEnd: null });
  await expect.poll(outages, { timeout: 20_000 }).toEqual([]);
  const { text } = await olga.call('GET', `/tickets/${key}/timeline`);
  expect(text).toContain('when it began, since it is postponed');
  expect(await begin(key)).toMatchObject({ status: 201 });
  const { actualStart: second } = await change(key);
  expect(Date.parse(second ?? '')).toBeGreaterThan(Date.parse(first ?? ''));
  await expect.poll(outages, { timeout: 20_000 }).toEqual([[key, second]]);
});

test('where somebody takes back that it began, so does its outage', async () => {
  const key = await scheduled();
  await begin(key);
  const before = await outages();
  await expect.poll(async () => (await outages()).length, { timeout: 20_000 }).toBe(2);
  expect((await edit(key, { actualStart: null })).status).toBe(200);
  await expect.poll(outages, { timeout: 20_000 }).toEqual(before.filter(([from]) => from !== key));
});
