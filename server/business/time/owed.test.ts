import { expect, test } from 'vitest';
import type { NotificationPage } from '#shared/notification.ts';
import type { Reminded, TimeDraft, TimeOwed } from '#shared/time.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { remindByItself } from './owed.ts';

const desk = await openDesk({ roles: ['web'] });
const { olga, fina, tom, acme, at } = await billingDesk(desk, '2026-11-02T12:00:00Z');
const { id: ticket } = await done<{ id: string }>(tom, 'POST', '/tickets', {
  clientId: acme,
  title: 'Printer',
  kind: 'incident',
});
const record = (workedAt: string) => done(tom, 'POST', `/tickets/${ticket}/time`, { minutes: 90, workedAt });
const owed = async (days = 2) => (await done<{ items: TimeOwed[] }>(fina, 'GET', `/time/owed?days=${days}`)).items;
const told = async () =>
  (await done<NotificationPage>(tom, 'GET', '/me/notifications')).items.filter(({ kind }) => kind === 'time_owed');
const remind = () => done<Reminded>(fina, 'POST', '/time/owed/remind', { staffIds: [tom.id], days: 2 });

test('time that is old and not approved is listed, and its owner is reminded once a day', async () => {
  await record('2026-11-02T10:00:00Z');
  expect(await owed()).toEqual([]);
  at('2026-11-05T12:00:00Z');
  expect(await owed()).toMatchObject([
    { staff: { id: tom.id }, unsubmitted: 90, waiting: 0, oldest: '2026-11-02T10:00:00.000Z', remindedOn: null },
  ]);
  expect(await owed(7)).toEqual([]);
  expect(await remind()).toEqual({ reminded: 1, already: 0 });
  expect(await remind()).toEqual({ reminded: 0, already: 1 });
  expect(await told()).toMatchObject([{ ownPage: 'time', text: expect.stringContaining('1 h 30 min') }]);
  expect((await owed())[0]?.remindedOn).toBe('2026-11-05');
  at('2026-11-06T12:00:00Z');
  expect(await remind()).toEqual({ reminded: 1, already: 0 });
  await done(tom, 'POST', '/time/submit', { from: '2026-11-02', to: '2026-11-02' });
  expect(await owed()).toMatchObject([{ unsubmitted: 0, waiting: 90 }]);
  const nothing = await fina.call('POST', '/time/owed/remind', { staffIds: [tom.id], days: 2 });
  expect([nothing.status, nothing.text]).toEqual([422, expect.stringContaining('staffIds.0')]);
  expect((await tom.call('GET', '/time/owed')).status).toBe(403);
  expect((await tom.call('POST', '/time/owed/remind', { staffIds: [tom.id], days: 2 })).status).toBe(403);
  expect((await fina.call('GET', '/time/owed?days=-1')).status).toBe(400);
});

test('by itself people are told after as many days as the setting says, once a week, unless they switched it off', async () => {
  await record('2026-11-06T10:00:00Z');
  at('2026-11-10T12:00:00Z');
  await remindByItself(desk.services);
  expect(await told()).toHaveLength(2);
  at('2026-11-13T12:00:00Z');
  await remindByItself(desk.services);
  await remindByItself(desk.services);
  expect(await told()).toHaveLength(3);
  at('2026-11-21T12:00:00Z');
  const set = (days: number, version: number) =>
    done(olga, 'PUT', '/settings/time.submitReminder', { level: 'provider', id: null, value: { days }, version });
  await set(0, 0);
  await remindByItself(desk.services);
  expect(await told()).toHaveLength(3);
  await set(3, 1);
  const off = { items: [{ kind: 'time_owed', app: false, mail: false }] };
  await done(tom, 'PATCH', '/me/notification-preferences', off);
  await remindByItself(desk.services);
  expect(await told()).toHaveLength(3);
});

test('where drafts are switched off, nothing is noted and none are proposed', async () => {
  const look = async (from: string) => {
    for (let second = 0; second <= 480; second += 15) {
      at(new Date(Date.parse(from) + second * 1_000).toISOString());
      await tom.call('POST', `/tickets/${ticket}/presence`, { state: 'viewing' });
    }
  };
  const drafts = async () => (await done<{ items: TimeDraft[] }>(tom, 'GET', '/me/time-drafts?day=2026-11-23')).items;
  const switched = (on: boolean, version: number) =>
    done(olga, 'PUT', '/settings/time.drafts', { level: 'provider', id: null, value: { on }, version });
  await look('2026-11-23T02:00:00Z');
  expect(await drafts()).toMatchObject([{ ticket: { id: ticket }, minutes: 8 }]);
  await switched(false, 0);
  expect(await drafts()).toEqual([]);
  await look('2026-11-23T03:00:00Z');
  await switched(true, 1);
  expect(await drafts()).toMatchObject([{ minutes: 8 }]);
});
