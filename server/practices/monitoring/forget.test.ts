import { expect, test } from 'vitest';
import { openDesk } from '#tests/desk.ts';
import { monitored } from '#tests/monitored.ts';
import { hire } from '#tests/people.ts';
import { forgetAlerts } from './forget.ts';

const desk = await openDesk({ roles: [] });
const { reading, hear, ended, pass, alerts } = await monitored(desk);
const olive = await hire(desk, { name: 'Olive Owner' });
const DAY = 86_400;
const mute = { kind: 'warning', severity: 5 } as const;
const names = async () => (await alerts()).map(({ title }) => title.replace(' is down', '')).sort();
const count = (table: 'alert_occurrences') =>
  desk.run(async ({ tx }) => (await tx.selectFrom(table).select('id').execute()).length);

test('what is over goes when it is old; what lasts, what has an open ticket and what keeps coming back stay', async () => {
  const once = reading('once', mute);
  const worked = reading('worked');
  await hear(once, ended(once), reading('lasting', mute), worked);
  await pass(2);
  const ticket = (await alerts()).find(({ title }) => title === 'worked is down')?.ticket_id;
  await desk.run(({ tx }) =>
    tx.updateTable('alerts').set({ decide_at: null }).where('title', '=', 'worked is down').execute(),
  );
  expect(ticket).not.toBeNull();
  for (let nth = 1; nth <= 2; nth++) {
    const one = reading('again', { ...mute, occurrence: `${nth}` });
    await hear(one, ended(one));
    await pass(60);
  }
  const before = await count('alert_occurrences');
  await pass(399 * DAY);
  await forgetAlerts(desk.services);
  expect(await names()).toEqual(['again', 'lasting', 'once', 'worked']);
  expect(await count('alert_occurrences')).toBe(before);

  // Within a year it came back, so that a problem behind it can still be looked for.
  await hear(reading('again', { ...mute, occurrence: '3' }), ended(reading('again', { ...mute, occurrence: '3' })));
  await hear(reading('again', { ...mute, occurrence: '4' }), ended(reading('again', { ...mute, occurrence: '4' })));
  await pass(2 * DAY);
  await forgetAlerts(desk.services);
  expect(await names()).toEqual(['again', 'lasting', 'worked']);
  const told = await desk.run(({ tx }) =>
    tx.selectFrom('events').select('data').where('type', '=', 'alert.forgotten').execute(),
  );
  expect(told.map(({ data }) => (data as { count: number }).count)).toEqual([1]);
  const { items } = (await olive.call('GET', '/alerts/recurring?least=2')).body as { items: object[] };
  expect(items).toMatchObject([{ title: 'again is down', count: 2 }]);
});

test('for how long is a setting', async () => {
  const saved = await olive.call('PUT', '/settings/alert.keeping', {
    level: 'provider',
    version: 0,
    value: { days: 30 },
  });
  expect(saved.status).toBeLessThan(300);
  const one = reading('short', mute);
  await hear(one, ended(one));
  await pass(31 * DAY);
  await forgetAlerts(desk.services);
  expect(await names()).not.toContain('short');
});
