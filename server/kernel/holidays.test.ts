import { describe, expect, it } from 'vitest';
import { checkHolidayPlace, holidayCountries, holidayRegions, holidayStates, publicHolidays } from './holidays.ts';

const dates = (days: readonly { date: string }[]) => days.map(({ date }) => date.slice(5)).join(' ');

describe('public holidays', () => {
  it('knows England with its substitute days and without its observances', () => {
    expect(dates(publicHolidays({ country: 'GB', state: 'ENG' }, 2026))).toBe(
      '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28',
    );
  });

  it('differs by state and takes bank holidays on request', () => {
    const place = { country: 'AU', state: 'NSW' };
    expect(dates(publicHolidays(place, 2026))).not.toContain('08-03');
    expect(dates(publicHolidays(place, 2026, { bank: true }))).toContain('08-03');
    expect(dates(publicHolidays({ country: 'AU', state: 'VIC' }, 2026))).toContain('11-03');
  });

  it('lists a feast of several days day by day, by the date and not by the machine that asks', () => {
    const days = publicHolidays({ country: 'SA' }, 2026);
    expect(dates(days)).toContain('03-19 03-20 03-21 03-22');
    expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
  });

  it('offers countries, states and regions and refuses what it does not know', () => {
    expect(holidayCountries().length).toBeGreaterThan(150);
    expect(holidayStates('AU').map(({ code }) => code)).toContain('NSW');
    expect(holidayRegions('DE', 'BY').length).toBeGreaterThan(0);
    expect(holidayStates('??')).toEqual([]);
    expect(checkHolidayPlace({ country: 'DE', state: 'BY' })).toEqual([]);
    expect(checkHolidayPlace({ country: 'ZZ' })).toEqual([{ path: 'country', message: 'has no known holidays' }]);
    expect(checkHolidayPlace({ country: 'DE', state: 'NSW' })[0]?.path).toBe('state');
    expect(checkHolidayPlace({ country: 'DE', state: 'BY', region: '?' })[0]?.path).toBe('region');
  });
});
