import { expect, test } from 'vitest';
import { transitionTicket } from '#server/desk/ticket/index.ts';
import { createChange } from '#server/practices/change/index.ts';
import { createItem, relateItems } from '#server/practices/configuration/index.ts';
import { openDesk } from '#tests/desk.ts';
import { monitored } from '#tests/monitored.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk({ roles: [] });
const stage = await monitored(desk);
const { reading, hear, pass, alerts, acme, msp, at } = stage;
const HOUR = 3_600;
const bob = await hire(desk, { name: 'Bob Acme', role: 'technician', clientIds: [acme] });
const named = async (device: string) => (await alerts()).find(({ title }) => title === `${device} is down`);
const item = (name: string) => desk.run((ctx) => createItem(ctx, { clientId: acme, name, classKey: 'server' }));

/** A change that is scheduled, with its window in seconds of this stage. */
async function scheduled(clientId: string, title: string, itemIds: string[], from: number, until: number) {
  return desk.run(async (ctx) => {
    const change = await createChange(ctx, { clientId, title, itemIds, plannedStart: at(from), plannedEnd: at(until) });
    // How it gets there is the business of changes: here it is scheduled.
    await ctx.tx
      .updateTable('tickets')
      .set({ status: 'scheduled', status_category: 'open' })
      .where('id', '=', change.id)
      .execute();
    return change;
  });
}

test('alerts of what is changed and what depends on it wait until the window is over, and say for which change', async () => {
  const [host, db] = [await item('host1'), await item('db1')];
  await item('other1');
  await desk.run((ctx) => relateItems(ctx, { fromId: db, toId: host, kind: 'uses' }));
  const change = await scheduled(acme, 'Move host', [host], HOUR, 2 * HOUR);
  await hear(reading('host1'));
  await pass(2);
  expect(await named('host1')).toMatchObject({ state: 'ticketed' });
  await pass(HOUR);
  await hear(reading('db1'), reading('other1'));
  await pass(2);
  expect(await named('other1')).toMatchObject({ state: 'ticketed' });
  const db1 = await named('db1');
  expect(db1).toMatchObject({ state: 'suppressed', ticket_id: null, decision: { by: 'maintenance', id: change.id } });
  const told = (await bob.call('GET', `/alerts/${db1?.id}`)).body as { decision: { sentence: string } };
  expect(told.decision.sentence).toContain(`${change.key} “Move host”`);
  await pass(HOUR);
  await pass(301);
  expect(await named('db1')).toMatchObject({ state: 'correlated' });
});

test('they wait as long as it is being made, and of a change of the provider no more than its key is told', async () => {
  await pass(10 * HOUR);
  const web = await item('web1');
  const { id, key } = await scheduled(msp, 'Birch and Acme', [web], 0, 14 * HOUR);
  await desk.run((ctx) => ctx.tx.updateTable('tickets').set({ status: 'implement' }).where('id', '=', id).execute());
  await pass(2 * HOUR);
  await hear(reading('web1'));
  await pass(2);
  expect(await named('web1')).toMatchObject({ state: 'suppressed', decision: { by: 'maintenance', name: key } });
  await pass(4 * HOUR);
  expect(await named('web1')).toMatchObject({ state: 'suppressed' });
  await desk.run((ctx) => transitionTicket(ctx, id, { to: 'review', resolutionCode: 'successful', reason: 'done' }));
  await pass(301);
  expect(await named('web1')).toMatchObject({ state: 'ticketed' });
});
