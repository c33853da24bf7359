import type { Calendar } from '../calendar.ts';
import { type Draw, draw, type Grant } from './blocks.ts';
import { type CoveredBy, type Covers, takesIn } from './coverage.ts';
import { type Decimal, decimalOf, type Exact, exact, ratio, shares, toMinor } from './exact.ts';
import type { Day } from './months.ts';
import { type Multipliers, type Rate, rateFor, timesAt } from './rates.ts';
import { billedMinutes, type Hours, type Piece, piecesOf, type Rounding } from './worked.ts';

/** What was worked and is to be billed. `day`: by the client's clock; `endedAt` in milliseconds since 1970. */
export type Entry = CoveredBy & {
  readonly id: string;
  readonly ticketId: string;
  readonly roleKeys: readonly string[];
  readonly endedAt: number;
  readonly day: Day;
  readonly minutes: number;
};

/**
 * What a contract says of time that it takes in: it is included; it costs so many per cent of the rates; or it comes off a block of hours or
 * money, and what the block does not hold costs so many per cent of the rates. `weighted`: an hour at a dearer time takes as many hours more.
 */
export type TimeTerms =
  | { readonly kind: 'included' }
  | { readonly kind: 'rate'; readonly percent: Decimal }
  | { readonly kind: 'block_hours'; readonly percent: Decimal; readonly weighted: boolean }
  | { readonly kind: 'block_money'; readonly percent: Decimal };

export type TimeLine = {
  readonly id: string;
  readonly contractId: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly covers: Covers;
  readonly terms: TimeTerms;
};

/** By what time is priced. Rates of contracts are those of one contract each, by its id. */
export type TimeBooks = {
  readonly digits: number;
  readonly calendar: Calendar;
  readonly rounding: Rounding;
  readonly multipliers: Multipliers;
  readonly rates: readonly Rate[];
  readonly ofContracts: ReadonlyMap<
    string,
    { readonly rates: readonly Rate[]; readonly multipliers: Multipliers | null }
  >;
  /** In the order in which they are asked; the first that takes something in has it. */
  readonly lines: readonly TimeLine[];
  readonly grants: readonly Grant[];
};

/** What a piece of an entry came to. `amount` in minor units. */
export type PieceOf = { readonly entryId: string; readonly seconds: number; readonly amount: number };
/** Time of one ticket at one price: what stands on an invoice. */
export type TimeCharge = {
  readonly ticketId: string;
  readonly contractId: string | null;
  readonly lineId: string | null;
  readonly hours: Hours;
  readonly rate: Rate;
  /** Per cent of the rate that the contract asks. */
  readonly percent: Decimal;
  readonly times: Decimal;
  /** Per hour, after both. */
  readonly price: Decimal;
  readonly seconds: number;
  readonly amount: number;
  readonly pieces: readonly PieceOf[];
};
/** Time that costs nothing more: a contract includes it, or a block held it. */
export type TimeCovered = {
  readonly entryId: string;
  readonly lineId: string;
  readonly hours: Hours;
  readonly seconds: number;
  readonly draws: readonly Draw[];
};
export type PricedTime = {
  readonly charges: readonly TimeCharge[];
  readonly covered: readonly TimeCovered[];
  readonly grants: readonly Grant[];
  /** Entries for which there is no rate. They are not priced at all. */
  readonly unrated: readonly string[];
};

type Bill = Omit<TimeCharge, 'seconds' | 'amount' | 'pieces'> & { entryId: string; seconds: number; worth: Exact };

/** Prices worked time, in the order in which it was worked, so that a block is used by what came first. */
export function priceTime(books: TimeBooks, entries: readonly Entry[]): PricedTime {
  const order = entries.toSorted((a, b) => a.endedAt - b.endedAt || (a.id < b.id ? -1 : 1));
  const bills: Bill[] = [];
  const covered: TimeCovered[] = [];
  const unrated: string[] = [];
  let grants = books.grants;
  for (const entry of order) {
    const priced = priceEntry({ ...books, grants }, entry);
    if (priced === null) {
      unrated.push(entry.id);
      continue;
    }
    bills.push(...priced.bills);
    covered.push(...priced.covered);
    grants = priced.grants;
  }
  return { charges: chargesOf(bills, books.digits), covered, grants, unrated };
}

function priceEntry(books: TimeBooks, entry: Entry) {
  const billed = billedMinutes(entry.minutes, books.rounding);
  const bills: Bill[] = [];
  const covered: TimeCovered[] = [];
  let { grants } = books;
  for (const piece of piecesOf(books.calendar, { ...entry, billed })) {
    const one = pricePiece({ ...books, grants }, entry, piece);
    if (one === null) return null;
    if (one.bill) bills.push(one.bill);
    covered.push(...one.covered);
    grants = one.grants;
  }
  return { bills, covered, grants };
}

type Priced = { bill: Bill | null; covered: readonly TimeCovered[]; grants: readonly Grant[] };

/** Null where it is to be charged and there is no rate. */
function pricePiece(books: TimeBooks, entry: Entry, piece: Piece): Priced | null {
  const { hours, seconds } = piece;
  const taking = books.lines.filter((one) => holds(one, entry.day) && takesIn(one.covers, entry, hours));
  const [line = null] = taking;
  const { grants } = books;
  const at = { entryId: entry.id, hours };
  if (line?.terms.kind === 'included')
    return { bill: null, covered: [{ ...at, lineId: line.id, seconds, draws: [] }], grants };
  const price = priceAt(books, entry, line, hours);
  // What one block does not hold comes off the next of its kind, and is charged as the first says.
  const blocks = taking.filter(({ terms }) => terms.kind === line?.terms.kind);
  if (line?.terms.kind === 'block_hours') return drawHours(books, { entry, piece, blocks, price });
  if (price === null) return null;
  const worth = price.each.mul(ratio(seconds, HOUR));
  if (line?.terms.kind === 'block_money') return drawMoney(books, { entry, piece, blocks, price, worth });
  return { bill: { ...price.bill, ...at, ticketId: entry.ticketId, seconds, worth }, covered: [], grants };
}

const HOUR = 3_600;
const holds = ({ from, until }: TimeLine, day: Day): boolean => from <= day && (until === null || day < until);

type Price = { each: Exact; bill: Omit<Bill, 'entryId' | 'ticketId' | 'seconds' | 'worth'> };

function priceAt(books: TimeBooks, entry: Entry, line: TimeLine | null, hours: Hours): Price | null {
  const contract = line ? (books.ofContracts.get(line.contractId) ?? null) : null;
  const rate = rateFor([...(contract?.rates ?? []), ...books.rates], entry);
  if (rate === null) return null;
  const percent = line && line.terms.kind !== 'included' ? line.terms.percent : '100';
  const times = timesAt(hours, contract?.multipliers ?? books.multipliers);
  const each = exact(rate.perHour).mul(exact(percent)).div(100).mul(times);
  const of = { contractId: line?.contractId ?? null, lineId: line?.id ?? null, hours, rate, percent };
  return { each, bill: { ...of, times: decimalOf(times), price: decimalOf(each) } };
}

type Drawn = { entry: Entry; piece: Piece; blocks: readonly TimeLine[]; price: Price | null };

function drawHours(books: TimeBooks, { entry, piece, blocks, price }: Drawn): Priced | null {
  const at = { entryId: entry.id, hours: piece.hours };
  const covered: TimeCovered[] = [];
  let { grants } = books;
  let over = piece.seconds;
  for (const line of blocks) {
    const weight = weightOf(books, line, piece.hours);
    const wanted = { lineId: line.id, day: entry.day, amount: toMinor(weight.mul(ratio(over)), 0) };
    const drawn = draw(grants, wanted);
    const left = drawn.missing === 0 ? 0 : Math.min(over, toMinor(ratio(drawn.missing).div(weight), 0));
    if (drawn.draws.length > 0) covered.push({ ...at, lineId: line.id, seconds: over - left, draws: drawn.draws });
    over = left;
    grants = drawn.grants;
    if (over === 0) return { bill: null, covered, grants };
  }
  if (price === null) return null;
  const worth = price.each.mul(ratio(over, HOUR));
  return { bill: { ...price.bill, ...at, ticketId: entry.ticketId, seconds: over, worth }, covered, grants };
}

function weightOf(books: TimeBooks, { contractId, terms }: TimeLine, hours: Hours): Exact {
  if (terms.kind !== 'block_hours' || !terms.weighted) return ratio(1);
  return timesAt(hours, books.ofContracts.get(contractId)?.multipliers ?? books.multipliers);
}

function drawMoney(
  books: TimeBooks,
  { entry, piece, blocks, price, worth }: Drawn & { price: Price; worth: Exact },
): Priced {
  const at = { entryId: entry.id, hours: piece.hours };
  const amount = toMinor(worth, books.digits);
  const covered: TimeCovered[] = [];
  let { grants } = books;
  let missing = amount;
  let over = piece.seconds;
  for (const line of blocks) {
    const drawn = draw(grants, { lineId: line.id, day: entry.day, amount: missing });
    const left = amount === 0 ? 0 : Math.round((piece.seconds * drawn.missing) / amount);
    if (drawn.draws.length > 0) covered.push({ ...at, lineId: line.id, seconds: over - left, draws: drawn.draws });
    over = left;
    missing = drawn.missing;
    grants = drawn.grants;
  }
  if (missing === 0) return { bill: null, covered, grants };
  const rest = { seconds: over, worth: ratio(missing, 10 ** books.digits) };
  return { bill: { ...price.bill, ...at, ticketId: entry.ticketId, ...rest }, covered, grants };
}

/** Pieces of one ticket at one price, joined and rounded once; each piece has its share. */
function chargesOf(bills: readonly Bill[], digits: number): TimeCharge[] {
  const groups = Map.groupBy(bills, ({ ticketId, lineId, rate, hours, percent, price }) =>
    [ticketId, lineId, rate.id, hours, percent, price].join('|'),
  );
  return [...groups.values()].map((group) => {
    const [first] = group as [Bill, ...Bill[]];
    const amounts = shares(
      group.map(({ worth }) => worth),
      digits,
    );
    const pieces = group.map(({ entryId, seconds }, at) => ({ entryId, seconds, amount: amounts[at] ?? 0 }));
    const { entryId: _, seconds: __, worth: ___, ...of } = first;
    return { ...of, ...sumOf(pieces), pieces };
  });
}

function sumOf(pieces: readonly PieceOf[]) {
  const sum = { seconds: 0, amount: 0 };
  for (const { seconds, amount } of pieces) {
    sum.seconds += seconds;
    sum.amount += amount;
  }
  return sum;
}
