import Holidays from 'date-holidays';
import type { ClosedDay } from './calendar/types.ts';
import type { FieldError } from './errors.ts';

/** Where public holidays are looked up: codes as `holidayCountries`, `holidayStates` and `holidayRegions` list them. */
export type HolidayPlace = { readonly country: string; readonly state?: string; readonly region?: string };
export type Place = { readonly code: string; readonly name: string };

const DAY_MS = 86_400_000;

/**
 * The public holidays of a place in a year, whole days only, with substitute days; bank holidays on request. Several
 * days long ones (Eid) come day by day. The data is that of `date-holidays`, which takes 40 MB when it loads: import
 * this file where it is needed, not at the start.
 */
export function publicHolidays(place: HolidayPlace, year: number, options: { bank?: boolean } = {}): ClosedDay[] {
  const types = options.bank ? ['public', 'bank'] : ['public'];
  const names = new Map<string, string>();
  for (const holiday of lookUp(place).getHolidays(year, 'en')) {
    const days = Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY_MS);
    if (!types.includes(holiday.type) || holiday.date.slice(11, 19) !== '00:00:00') continue;
    const first = Date.parse(`${holiday.date.slice(0, 10)}T00:00:00Z`);
    for (let day = 0; day < days; day += 1) {
      const date = new Date(first + day * DAY_MS).toISOString().slice(0, 10);
      names.set(date, [names.get(date), holiday.name].filter(Boolean).join(', '));
    }
  }
  return [...names].map(([date, name]) => ({ date, name })).sort((a, b) => a.date.localeCompare(b.date));
}

/** Countries with known holidays, by name. */
export function holidayCountries(): Place[] {
  return places(new Holidays().getCountries('en'));
}

/** A country's states, provinces or parts; none where its holidays are the same everywhere. */
export function holidayStates(country: string): Place[] {
  return places(new Holidays().getStates(country, 'en'));
}

export function holidayRegions(country: string, state: string): Place[] {
  return places(new Holidays().getRegions(country, state, 'en'));
}

/** Checks a place that came from outside. */
export function checkHolidayPlace(place: HolidayPlace): FieldError[] {
  const knows = (list: Place[], code: string) => list.some((entry) => entry.code === code);
  if (!knows(holidayCountries(), place.country)) return [{ path: 'country', message: 'has no known holidays' }];
  if (place.state === undefined) return [];
  if (!knows(holidayStates(place.country), place.state))
    return [{ path: 'state', message: 'is not part of that country' }];
  if (place.region === undefined || knows(holidayRegions(place.country, place.state), place.region)) return [];
  return [{ path: 'region', message: 'is not part of that state' }];
}

function lookUp({ country, state, region }: HolidayPlace): Holidays {
  if (state === undefined) return new Holidays(country);
  return region === undefined ? new Holidays(country, state) : new Holidays(country, state, region);
}

function places(list: Record<string, string> | undefined): Place[] {
  return Object.entries(list ?? {})
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
