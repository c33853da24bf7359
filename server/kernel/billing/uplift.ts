import { Temporal } from 'temporal-polyfill';
import { type Decimal, decimalOf, exact, ratio, toMinor } from './exact.ts';
import type { Day } from './months.ts';
import type { Stretch } from './recurring.ts';

/** By how much the prices of a contract rise, and every how many months counted from its beginning. */
export type Uplift = { readonly percent: Decimal; readonly everyMonths: number };

const AT_MOST = 100;

/** A price after so many uplifts, rounded to a minor unit each time, as it is written in the letter about it. */
export function upliftedPrice(price: Decimal, { percent }: Uplift, times: number, digits: number): Decimal {
  let now = exact(price);
  for (let done = 0; done < times; done += 1) {
    const raised = now.mul(exact(percent).div(100).add(1));
    now = ratio(toMinor(raised, digits), 10 ** digits);
  }
  return decimalOf(now);
}

/**
 * What held, cut where an uplift falls on it. A price that was agreed at some day rises from the next uplift on: whoever sets a price
 * sets it as of then. `until`: how far it is looked.
 */
export function withUplift(
  stretches: readonly Stretch[],
  { begins, uplift, until, digits }: { begins: Day; uplift: Uplift | null; until: Day; digits: number },
): Stretch[] {
  if (uplift === null) return [...stretches];
  const days = upliftDays(begins, uplift, until);
  return stretches.flatMap((stretch) => {
    const inside = days.filter(
      (day) => day > (stretch.agreed ?? stretch.from) && (stretch.until === null || day < stretch.until),
    );
    const cuts = [stretch.from, ...inside.filter((day) => day > stretch.from)];
    return cuts.map((from, at) => {
      const times = inside.filter((day) => day <= from).length;
      return {
        ...stretch,
        from,
        until: cuts[at + 1] ?? stretch.until,
        price: times === 0 ? stretch.price : upliftedPrice(stretch.price, uplift, times, digits),
      };
    });
  });
}

/** What a price that was agreed on a day comes to on another, with each uplift between them. */
export function priceOn(
  day: Day,
  { price, agreed }: { price: Decimal; agreed: Day },
  { begins, uplift, digits }: { begins: Day; uplift: Uplift | null; digits: number },
): Decimal {
  if (uplift === null) return price;
  const after = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  const times = upliftDays(begins, uplift, after).filter((one) => one > agreed).length;
  return times === 0 ? price : upliftedPrice(price, uplift, times, digits);
}

function upliftDays(begins: Day, { everyMonths }: Uplift, until: Day): Day[] {
  const start = Temporal.PlainDate.from(begins);
  const days: Day[] = [];
  for (let at = 1; at <= AT_MOST; at += 1) {
    const day = start.add({ months: at * everyMonths }).toString();
    if (day >= until) break;
    days.push(day);
  }
  return days;
}
