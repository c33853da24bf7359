import { contractMonth, monthCost, monthIndex, priceBooks, type Rate, type TimeBooks } from '#kernel/billing.ts';
import type { Ctx } from '#platform/context/index.ts';
import { minorDigits } from '#shared/money-words.ts';
import { type ClientBooks, loadBooks } from './load.ts';
import type { LoadedContract, Replay } from './load-contracts.ts';
import { timeParts } from './time-parts.ts';

/** What a line of a contract came to in a replay. `lineId` null: work that no line takes in. Seconds as they are billed. */
export type ReplayedLine = {
  readonly lineId: string | null;
  readonly name: string;
  readonly standing: number;
  readonly worked: number;
  readonly seconds: Readonly<Record<'charged' | 'included' | 'block', number>>;
};
/** What a client would have been charged: in minor units by month, and by what it comes from. */
export type Replayed = {
  readonly byMonth: ReadonlyMap<string, number>;
  readonly lines: readonly ReplayedLine[];
  /** How many entries there is no rate for. */
  readonly unrated: number;
};

type Asked = {
  clientId: string;
  currency: string;
  by: string;
  replay: Replay;
  rates: ReadonlyMap<string, readonly Rate[]>;
};

/**
 * Works out the past of a client once more: what stands in its contracts for each month that began in it, and all that was worked, by the
 * day of the work. `rates`: such as count beside those of a contract. Credits and what is charged once are left out. Reads only.
 */
export async function replayed(ctx: Ctx, { clientId, currency, by, replay, rates }: Asked): Promise<Replayed> {
  const all = await loadBooks(ctx, [clientId], { by, lock: false, unapproved: true, replay });
  const books = all.find((one) => one.currency === currency);
  const byMonth = new Map<string, number>();
  if (!books) return { byMonth, lines: [], unrated: 0 };
  const { time } = priceBooks({ ...books.books, contracts: [], charges: [], time: withRates(books.books.time, rates) });
  const add = (day: string, amount: number) =>
    byMonth.set(day.slice(0, 7), (byMonth.get(day.slice(0, 7)) ?? 0) + amount);
  const standing = books.contracts.flatMap((contract) => standingOf(contract, replay.since, by));
  for (const { from, amount } of standing) add(from, amount);
  const days = new Map(books.entries.map(({ id, day }) => [id, day]));
  for (const { pieces } of time.charges) for (const { entryId, amount } of pieces) add(days.get(entryId) ?? by, amount);
  return { byMonth, lines: linesOf(books, standing, time), unrated: time.unrated.length };
}

const withRates = (time: TimeBooks, rates: Asked['rates']): TimeBooks => ({
  ...time,
  ofContracts: new Map([...time.ofContracts].map(([id, of]) => [id, { ...of, rates: rates.get(id) ?? of.rates }])),
});

type Standing = { lineId: string; from: string; amount: number };

function standingOf(contract: LoadedContract, since: string, by: string): Standing[] {
  const digits = minorDigits(contract.currency);
  const standing = contract.standing(digits);
  const due: Standing[] = [];
  for (
    let index = Math.max(0, monthIndex(standing.begins, since));
    index <= monthIndex(standing.begins, by);
    index += 1
  ) {
    const month = contractMonth(standing.begins, index);
    if (month.from < since) continue;
    for (const line of standing.lines)
      due.push({ lineId: line.id, from: month.from, amount: monthCost(standing, line, month, digits).amount });
  }
  return due;
}

function linesOf(
  { contracts }: ClientBooks,
  standing: readonly Standing[],
  time: ReturnType<typeof priceBooks>['time'],
): ReplayedLine[] {
  const parts = Map.groupBy(timeParts(time), ({ line_id }) => line_id);
  const of = (lineId: string | null, name: string): ReplayedLine => {
    const seconds = { charged: 0, included: 0, block: 0 };
    for (const part of parts.get(lineId) ?? []) seconds[part.how] += part.seconds;
    return {
      ...{ lineId, name, seconds },
      standing: standing.filter((one) => one.lineId === lineId).reduce((sum, { amount }) => sum + amount, 0),
      worked: time.charges.filter((one) => one.lineId === lineId).reduce((sum, { amount }) => sum + amount, 0),
    };
  };
  return [
    ...contracts.flatMap((contract) => contract.lines.map(({ id, name }) => of(id, `${contract.name}, ${name}`))),
    of(null, 'Work that no contract takes in'),
  ];
}
