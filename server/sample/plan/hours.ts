import { addBusinessSeconds, businessSecondsBetween, type Calendar, isOpenAt, weekdays } from '#kernel/calendar.ts';
import type { ClientSpec } from '../world/client-spec.ts';
import { CONTRACT_HOURS } from '../world/hours.ts';
import { type StaffSpec, staffWeek } from '../world/staff.ts';

type Day = { date: string; name: string };
/** Finds the public holidays of a place in a year. */
export type Holidays = (place: { country: string; state?: string }, year: number) => readonly Day[];

const DAY_MS = 86_400_000;
const OFFICE = weekdays('08:15', '17:45');

/** When everybody of the sample works, reckoned from the instant at which it ends. */
export class Hours {
  readonly #endsAt: number;
  readonly #holidays: Holidays;
  readonly #known = new Map<string, Calendar>();
  /** Holidays take long to look up, and many clients share a place. */
  readonly #closedAt = new Map<string, Day[]>();

  constructor(endsAt: number, holidays: Holidays) {
    this.#endsAt = endsAt;
    this.#holidays = holidays;
  }

  /** A technician's working hours, without the days on which they are away. */
  ofStaff(person: StaffSpec): Calendar {
    return this.#keep(`staff ${person.key}`, () => ({
      name: person.name,
      timeZone: person.timeZone,
      alwaysOpen: false,
      hours: staffWeek(person),
      closedDays: person.leave ? this.#away(person.leave) : [],
    }));
  }

  /** When the client's people are at work. */
  ofPeople(client: ClientSpec): Calendar {
    return this.#keep(`people ${client.code}`, () => ({
      name: client.name,
      timeZone: client.timeZone,
      alwaysOpen: client.hours === 'always',
      hours: client.hours === 'saturday' ? CONTRACT_HOURS.saturday.hours : OFFICE,
      closedDays: this.#closed(client),
    }));
  }

  /** The hours in which the client's clocks run. */
  ofService(client: ClientSpec): Calendar {
    return this.#keep(`service ${client.code}`, () => ({
      name: 'Service hours',
      timeZone: client.timeZone,
      alwaysOpen: client.hours === 'always',
      hours: client.hours === 'saturday' ? CONTRACT_HOURS.saturday.hours : weekdays('08:00', '18:00'),
      closedDays: this.#closed(client),
    }));
  }

  #keep(name: string, make: () => Calendar): Calendar {
    const known = this.#known.get(name) ?? make();
    this.#known.set(name, known);
    return known;
  }

  #closed({ country, region }: ClientSpec): Day[] {
    const where = `${country} ${region}`;
    const known = this.#closedAt.get(where);
    if (known) return known;
    const year = new Date(this.#endsAt).getUTCFullYear();
    const place = { country, ...(region ? { state: region } : {}) };
    const found = [year - 1, year].flatMap((one) => this.#holidays(place, one));
    this.#closedAt.set(where, found);
    return found;
  }

  #away({ from, to }: { from: number; to: number }): Day[] {
    return Array.from({ length: from - to + 1 }, (_, index) => ({
      date: new Date(this.#endsAt - (from - index) * DAY_MS).toISOString().slice(0, 10),
      name: 'Away',
    }));
  }
}

const MINUTE = 60;

/** So many working minutes later, in epoch milliseconds. */
export function later(calendar: Calendar, at: number, minutes: number): number {
  return addBusinessSeconds(calendar, at, Math.max(1, Math.round(minutes * MINUTE))) ?? at;
}

/** The instant from which so many working minutes have passed by `at`. */
export function earlier(calendar: Calendar, at: number, minutes: number): number {
  let low = at - 60 * DAY_MS;
  let high = at;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2);
    if (businessSecondsBetween(calendar, middle, at) > minutes * MINUTE) low = middle;
    else high = middle;
  }
  return high;
}

export const isOpen = isOpenAt;
