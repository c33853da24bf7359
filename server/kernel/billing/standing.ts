import { contractMonth, type Day, type DaySpan, dueThrough, monthIndex, overlapOf } from './months.ts';
import { type MonthPart, monthCharge, type Stretch } from './recurring.ts';

/** What a line of a contract costs each month. `once`: only its first month, whole. */
export type StandingLine = {
  readonly id: string;
  readonly stretches: readonly Stretch[];
  readonly prorated: boolean;
};

/** How a contract bills what stands in it. `billsFrom`: what was before that day was billed elsewhere. */
export type Schedule = {
  readonly begins: Day;
  readonly ends: Day | null;
  readonly billsFrom: Day;
  readonly everyMonths: number;
  readonly advance: boolean;
};

/** What a month of a line costs, less what was billed for it before. */
export type MonthDue = DaySpan & {
  readonly index: number;
  readonly parts: readonly MonthPart[];
  readonly costs: number;
  readonly billedBefore: number;
  readonly amount: number;
};

/**
 * What is due of a line by a day: of every month that the schedule has reached, what it costs by what is known now, less what was billed
 * for it. A change in a month that was billed ahead therefore comes out as a difference, either way, and the same again comes out as
 * nothing. `billed`: minor units by the number of the month.
 */
export function standingDue(
  schedule: Schedule,
  line: StandingLine,
  { by, billed, digits }: { by: Day; billed: ReadonlyMap<number, number>; digits: number },
): MonthDue[] {
  const due: MonthDue[] = [];
  const last = dueThrough(schedule.begins, schedule, by);
  const first = Math.max(0, monthIndex(schedule.begins, schedule.billsFrom));
  for (let index = first; index <= last; index += 1) {
    const month = contractMonth(schedule.begins, index);
    const { parts, amount: costs } = monthCost(schedule, line, month, digits);
    const billedBefore = billed.get(index) ?? 0;
    if (costs !== billedBefore) due.push({ index, ...month, parts, costs, billedBefore, amount: costs - billedBefore });
  }
  return due;
}

/** What a month of a contract costs by what holds in it, as far as it is billed here. */
export function monthCost(
  schedule: Pick<Schedule, 'billsFrom' | 'ends'>,
  line: Omit<StandingLine, 'id'>,
  month: DaySpan,
  digits: number,
) {
  const held = overlapOf(month, { from: schedule.billsFrom, until: schedule.ends });
  if (held === null) return { parts: [], amount: 0 };
  const within = line.stretches.flatMap((stretch) => {
    const span = overlapOf(held, stretch);
    return span ? [{ ...stretch, ...span }] : [];
  });
  if (line.prorated || within.length === 0) return monthCharge(month, within, digits);
  // What is not divided by days counts whole, as it stood last.
  const latest = within.reduce((a, b) => (a.from > b.from ? a : b));
  return monthCharge(month, [{ ...latest, ...month }], digits);
}
