import { offsetAt } from '#kernel/calendar.ts';
import type { Reader } from '#web/ui/marks/time.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** More labels would run into each other beside a conversation or on a phone. */
const MOST = 7;
const STEPS = [1, 2, 3, 6, 12, 24, 48, 7 * 24, 14 * 24, 28 * 24, 56 * 24, 91 * 24, 182 * 24, 364 * 24].map(
  (hours) => hours * HOUR,
);

export type Tick = { readonly at: number; readonly label: string /** A day begins. */; readonly midnight: boolean };

/** Marks of hours or days between two instants, by the reader's clock, as many as can be read side by side. */
export function ticksOf(from: number, to: number, { timeZone, language }: Reader): Tick[] {
  const step = STEPS.find((one) => (to - from) / one <= MOST) ?? (STEPS.at(-1) as number);
  const begin = Math.ceil((from + ahead(from, timeZone)) / step) * step;
  const ticks: Tick[] = [];
  for (let local = begin; ; local += step) {
    const at = instantOf(local, timeZone);
    if (at > to) return ticks;
    const midnight = local % DAY === 0;
    const said = new Date(local);
    const label = midnight
      ? said.toLocaleDateString(language, {
          timeZone: 'UTC',
          day: 'numeric',
          ...(step <= DAY ? { weekday: 'short' } : { month: 'short' }),
        })
      : said.toISOString().slice(11, 16);
    if (at >= from) ticks.push({ at, label, midnight });
  }
}

/** The instant at which a zone's clocks show a time, given as if it were UTC; around a change of the clocks, the nearest. */
function instantOf(local: number, timeZone: string): number {
  const near = local - ahead(local, timeZone);
  return local - ahead(near, timeZone);
}

/** How far a zone's clocks are ahead of UTC at an instant, in ms. */
const ahead = (at: number, timeZone: string): number => offsetAt(timeZone, Math.floor(at / 1000)) * 1000;
