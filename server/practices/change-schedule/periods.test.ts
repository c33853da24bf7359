import { expect, test } from 'vitest';
import type { PeriodView } from '#shared/change-schedule.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk({ roles: [] });
const olive = await hire(desk, { name: 'Olive Owner' });
const made = async (url: string, body: object) => ((await olive.call('POST', url, body)).body as { id: string }).id;
const acme = await made('/clients', { name: 'Acme', code: 'ACME', timeZone: 'Australia/Sydney' });
const birch = await made('/clients', { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
const mail = await made('/services', { name: 'Mail' });
const item = async (clientId: string, name: string) =>
  ((await olive.call('POST', '/items', { clientId, classKey: 'server', name })).body as { id: string }).id;
const server = await item(acme, 'mx1');
const theirs = await item(birch, 'other');
const bob = await hire(desk, { name: 'Bob Birch', role: 'manager', clientIds: [birch] });
const tess = await hire(desk, { name: 'Tess Tech', role: 'technician' });

const nights = {
  ...{ kind: 'window', name: 'Nights', timeZone: 'Australia/Sydney', minutes: 480 },
  recurrence: { frequency: 'weekly', interval: 1, weekdays: [6], time: '22:00', start: '2026-01-01' },
};
const freeze = {
  ...{ kind: 'freeze', name: 'Year end', timeZone: 'UTC' },
  ...{ fromAt: '2027-12-20T00:00:00.000Z', untilAt: '2028-01-03T00:00:00.000Z' },
};
const list = async (who = olive, query = '') =>
  ((await who.call('GET', `/change-periods${query}`)).body as { items: PeriodView[] }).items;

test('windows come again by the clocks of a zone, and say when they are next', async () => {
  const id = await made('/change-periods', { ...nights, clientId: acme, serviceIds: [mail], itemIds: [server] });
  const view = (await tess.call('GET', `/change-periods/${id}`)).body as PeriodView;
  expect(view).toMatchObject({
    ...{ level: 'client', client: { name: 'Acme' }, services: [{ name: 'Mail' }], items: [{ name: 'mx1' }] },
    words: 'Every week on Saturday at 22:00, from 1 Jan 2026, for 8 h (Australia/Sydney)',
  });
  expect(Date.parse(view.next?.to ?? '') - Date.parse(view.next?.from ?? '')).toBeGreaterThan(6 * 3_600_000);
  const saved = await olive.call('PATCH', `/change-periods/${id}`, { version: 1, minutes: 90, itemIds: [] });
  expect(saved.body).toMatchObject({ minutes: 90, items: [], services: [{ name: 'Mail' }], version: 2 });
  expect((await olive.call('PATCH', `/change-periods/${id}`, { version: 1, name: 'Late' })).status).toBe(409);
  // From again and again to once.
  const once = { version: 2, fromAt: freeze.fromAt, untilAt: freeze.untilAt };
  expect((await olive.call('PATCH', `/change-periods/${id}`, once)).body).toMatchObject({
    ...{ recurrence: null, minutes: null, fromAt: freeze.fromAt },
    words: '2027-12-20 11:00 to 2028-01-03 11:00 (Australia/Sydney)',
  });
  expect((await olive.call('DELETE', `/change-periods/${id}`)).status).toBe(204);
  expect((await olive.call('GET', `/change-periods/${id}`)).status).toBe(404);
});

test('those of everybody reach each client, those of a client only them, and who sees that client alone changes only theirs', async () => {
  const all = await made('/change-periods', freeze);
  const own = await made('/change-periods', { ...freeze, name: 'Acme only', clientId: acme });
  expect((await list(bob)).map(({ name }) => name)).toEqual(['Year end']);
  expect((await list(olive, `?clientId=${birch}`)).map(({ name }) => name)).toEqual(['Year end']);
  expect((await list(olive, `?clientId=${acme}`)).map(({ name }) => name)).toEqual(['Acme only', 'Year end']);
  expect((await bob.call('GET', `/change-periods/${own}`)).status).toBe(404);
  expect((await bob.call('DELETE', `/change-periods/${own}`)).status).toBe(404);
  expect((await bob.call('PATCH', `/change-periods/${all}`, { version: 1, name: 'Mine' })).status).toBe(403);
  expect((await bob.call('POST', '/change-periods', freeze)).status).toBe(403);
  expect((await bob.call('POST', '/change-periods', { ...freeze, clientId: acme })).status).toBe(404);
  expect((await bob.call('POST', '/change-periods', { ...freeze, clientId: birch })).status).toBe(201);
  expect((await tess.call('POST', '/change-periods', freeze)).status).toBe(403);
});

test.each([
  ['no time at all', { fromAt: undefined, untilAt: undefined }, 'fromAt'],
  ['an end before the beginning', { untilAt: '2027-01-01T00:00:00.000Z' }, 'untilAt'],
  ['once and again and again', { recurrence: nights.recurrence, minutes: 5 }, 'recurrence'],
  ['a zone that is none', { timeZone: 'Mars/Olympus' }, 'timeZone'],
  ['items without a client', { itemIds: [server] }, 'itemIds'],
  ['items of another client', { clientId: acme, itemIds: [theirs] }, 'itemIds'],
  ['a service that is not there', { serviceIds: [acme] }, 'serviceIds'],
])('refuses %s', async (_, over, path) => {
  const { status, body } = await olive.call('POST', '/change-periods', { ...freeze, ...over });
  expect(status).toBe(422);
  expect(body).toMatchObject({ errors: [{ path }] });
});
