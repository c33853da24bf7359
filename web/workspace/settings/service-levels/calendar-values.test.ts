import { expect, test } from 'vitest';
import { calendarField, calendarTerms, calendarValues, calendarWords, NEW_CALENDAR } from './calendar-values.ts';

test('days with the same hours are said together', () => {
  const { hours } = NEW_CALENDAR;
  const split = [
    ...hours.hours,
    { weekday: 6, from: '08:00', to: '12:00' },
    { weekday: 6, from: '13:00', to: '15:00' },
  ];
  expect(calendarWords(calendarTerms({ ...NEW_CALENDAR, hours: { ...hours, hours: split } }))).toBe(
    'Monday to Friday 08:00–18:00; Saturday 08:00–12:00, 13:00–15:00 · by the client’s clock · the client’s public holidays closed',
  );
  const fixed = { ...NEW_CALENDAR, timeZone: 'America/New_York', country: 'US', region: 'NY' };
  expect(calendarWords(calendarTerms(fixed))).toBe(
    'Monday to Friday 08:00–18:00 · America/New York · public holidays of US NY closed',
  );
  expect(calendarWords(calendarTerms({ ...fixed, hours: { ...hours, alwaysOpen: true } }))).toBe(
    'Around the clock · America/New York',
  );
});

test('hours round the clock are sent without the days on which they were closed', () => {
  const hours = { ...NEW_CALENDAR.hours, alwaysOpen: true, closedDays: [{ date: '2026-12-24', name: 'Eve' }] };
  expect(calendarTerms({ ...NEW_CALENDAR, hours })).toMatchObject({ closedDays: [], publicHolidays: false });
});

test('a stored calendar comes back as it was, and faults find their fields', () => {
  const terms = calendarTerms({ ...NEW_CALENDAR, country: 'NZ' });
  const stored = { id: '', name: 'Line', terms, active: true, policies: 0, version: 1 };
  expect(calendarTerms(calendarValues(stored))).toEqual(terms);
  expect(
    ['name', 'terms.hours.0.from', 'terms.closedDays.1.date', 'terms.timeZone', 'terms.holidays.region'].map(
      calendarField,
    ),
  ).toEqual(['name', 'hours', 'hours', 'timeZone', 'region']);
});
