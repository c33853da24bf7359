import { expect, test } from 'vitest';
import { weekdays } from '#kernel/calendar.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk({ roles: ['web'] });
const olive = await hire(desk, { name: 'Olive Owner' });
const ALWAYS = { alwaysOpen: true, hours: [], closedDays: [], publicHolidays: false };
const HERE = { timeZone: null, holidays: null };
let made = 0;
const create = (terms: object) =>
  olive.call('POST', '/service-levels/calendars', {
    name: `Calendar ${made++}`,
    terms: { ...ALWAYS, ...HERE, ...terms },
  });

test('hours round the clock are refused with days on which they would be closed', async () => {
  expect(await create({})).toMatchObject({ status: 201 });
  const closedDays = [{ date: '2026-12-24', name: 'Eve' }];
  expect(await create({ closedDays, publicHolidays: true })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'terms.closedDays' }, { path: 'terms.publicHolidays' }] },
  });
  const value = { ...ALWAYS, publicHolidays: true };
  const setting = await olive.call('PUT', '/settings/sla.hours', { level: 'provider', id: null, value, version: 0 });
  expect(setting.body).toMatchObject({ errors: [{ path: 'value.publicHolidays' }] });
});

test('whose holidays are not closed need not be known', async () => {
  const office = { alwaysOpen: false, hours: weekdays('09:00', '17:00') };
  const nowhere = { country: '', region: '' };
  expect(await create({ ...office, holidays: nowhere })).toMatchObject({ status: 201 });
  expect(await create({ ...office, publicHolidays: true, holidays: nowhere })).toMatchObject({
    body: { errors: [{ path: 'terms.holidays.country' }] },
  });
});
