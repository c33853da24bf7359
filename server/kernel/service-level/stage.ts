import fc from 'fast-check';
import { calendarNear, instant } from '../calendar/arbitrary.ts';
import { oracleOpenMinutes } from '../calendar/oracle-minutes.ts';
import type { Calendar } from '../calendar/types.ts';

/** Minutes of a stage's world, from its beginning. */
export const HORIZON = 9 * 1440;

/** Weeks and calendars that stories are drawn from: few enough that what the wall clock says is worked out once. */
export class Stage {
  readonly #seed: number;
  readonly #weeks: readonly number[];
  readonly #calendars = new Map<number, readonly Calendar[]>();
  readonly #open = new Map<Calendar, Uint8Array>();
  static readonly weeks = 36;
  static readonly perWeek = 12;

  constructor(seed: number) {
    this.#seed = seed;
    this.#weeks = fc.sample(instant, { numRuns: Stage.weeks, seed });
  }

  begin(week: number): number {
    return this.#weeks[week] ?? 0;
  }

  calendar(week: number, index: number): Calendar {
    let all = this.#calendars.get(week);
    if (!all) {
      all = fc.sample(works(this.begin(week)), { numRuns: Stage.perWeek, seed: this.#seed + week });
      this.#calendars.set(week, all);
    }
    return all[index] as Calendar;
  }

  /** For each minute of the week, whether the calendar is open. */
  openMinutes(week: number, index: number): Uint8Array {
    const calendar = this.calendar(week, index);
    let open = this.#open.get(calendar);
    if (!open) {
      open = oracleOpenMinutes(calendar, this.begin(week), HORIZON);
      this.#open.set(calendar, open);
    }
    return open;
  }
}

/** Calendars that open at all; others are refused where they are written. */
const works = (near: number) => calendarNear(near).filter(({ alwaysOpen, hours }) => alwaysOpen || hours.length > 0);
