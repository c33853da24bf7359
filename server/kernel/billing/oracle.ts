import { Temporal } from 'temporal-polyfill';
import type { Books, Charge, ContractBooks } from './price.ts';
import type { Entry, TimeLine } from './time.ts';

/** The slow and plain way to the same amounts: day by day, minute by minute, with fractions of whole numbers that are never reduced. */
type Q = readonly [over: bigint, under: bigint];

const q = (text: string): Q => {
  const [whole = '0', rest = ''] = text.replace('-', '').split('.');
  const over = BigInt(whole + rest);
  return [text.startsWith('-') ? -over : over, 10n ** BigInt(rest.length)];
};
const of = (n: number): Q => [BigInt(n), 1n];
const plus = (a: Q, b: Q): Q => (a[1] === b[1] ? [a[0] + b[0], a[1]] : [a[0] * b[1] + b[0] * a[1], a[1] * b[1]]);
const by = (a: Q, b: Q): Q => [a[0] * b[0], a[1] * b[1]];
const over = (a: Q, b: Q): Q => (b[0] < 0n ? [-a[0] * b[1], -a[1] * b[0]] : [a[0] * b[1], a[1] * b[0]]);

/** Half a unit goes away from zero. */
function rounded([n, d]: Q): number {
  const size = n < 0n ? -n : n;
  const down = size / d;
  const up = (size - down * d) * 2n >= d ? down + 1n : down;
  return Number(n < 0n ? -up : up);
}
const minor = (amount: Q, digits: number): number => rounded(by(amount, of(10 ** digits)));

const plain = (text: string) => Temporal.PlainDate.from(text);
const monthAfter = (begins: string, months: number): string => plain(begins).add({ months }).toString();
const next = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const within = (day: string, from: string, until: string | null): boolean =>
  day >= from && (until === null || day < until);

type Owed = { key: string; amount: number; tax: number };

/** What a client owes, as amounts by where they come from; and what is left of its blocks. */
export function oracle(books: Books): { owed: Owed[]; left: Record<string, number>; unrated: string[] } {
  const time = timeOwed(books);
  const owed = [
    ...books.contracts.flatMap((contract) => standingOwed(books, contract)),
    ...time.owed,
    ...books.charges.filter(({ due }) => due <= books.by).map((charge) => chargeOwed(books, charge)),
  ];
  return { owed, left: time.left, unrated: time.unrated };
}

function taxed(books: Books, id: string | null, key: string, amount: number): Owed {
  const rate = (id && books.taxOf.get(id)) || books.tax;
  return { key, amount, tax: rounded(over(by(of(amount), q(rate.percent)), of(100))) };
}

const chargeOwed = (books: Books, { id, quantity, price }: Charge): Owed =>
  taxed(books, id, id, minor(by(q(quantity), q(price)), books.digits));

function standingOwed(books: Books, contract: ContractBooks): Owed[] {
  const owed: Owed[] = [];
  for (let period = 0; ; period += 1) {
    const first = period * contract.everyMonths;
    const last = first + contract.everyMonths;
    const falls = monthAfter(contract.begins, contract.advance ? first : last);
    if (falls > books.by) return owed;
    for (let month = first; month < last; month += 1)
      for (const line of contract.lines) {
        const from = monthAfter(contract.begins, month);
        const until = monthAfter(contract.begins, month + 1);
        if (until <= contract.billsFrom) continue;
        const costs = minor(monthCosts(contract, line, from, until), books.digits);
        const amount = costs - (line.billed.get(month) ?? 0);
        if (amount !== 0) owed.push(taxed(books, line.id, `${line.id}:${month}`, amount));
      }
  }
}

function monthCosts(contract: ContractBooks, line: ContractBooks['lines'][number], from: string, until: string): Q {
  let days = 0;
  let sum: Q = of(0);
  let whole: { from: string; worth: Q } | null = null;
  for (let day = from; day < until; day = next(day)) {
    days += 1;
    if (!within(day, contract.billsFrom, contract.ends)) continue;
    for (const stretch of line.stretches)
      if (within(day, stretch.from, stretch.until)) {
        const worth = by(q(stretch.quantity), q(stretch.price));
        sum = plus(sum, worth);
        whole = { from: stretch.from, worth };
      }
  }
  if (!line.prorated) return whole?.worth ?? of(0);
  return over(sum, of(days));
}

type Hour = 'in_hours' | 'after_hours' | 'holiday';

/** The hours of each minute, in the order in which they first come. */
function minutesOf(books: Books, entry: Entry): Map<Hour, number> {
  const { rounding } = books.time;
  let billed = Math.max(entry.minutes, rounding.minimum);
  while (billed % rounding.step !== 0) billed += 1;
  const sums = new Map<Hour, number>();
  for (let minute = entry.minutes; minute > 0; minute -= 1) {
    const hour = hourAt(books, entry.endedAt - minute * 60_000);
    sums.set(hour, (sums.get(hour) ?? 0) + 1);
  }
  let most: Hour = 'in_hours';
  for (const [hour, minutes] of sums) if (minutes > (sums.get(most) ?? 0)) most = hour;
  for (const [hour, minutes] of sums)
    if (minutes === sums.get(most)) {
      sums.set(hour, minutes + billed - entry.minutes);
      break;
    }
  return sums;
}

function hourAt({ time: { calendar } }: Books, at: number): Hour {
  const wall = new Date(at + offsetAt(calendar.timeZone, at)).toISOString();
  if (calendar.closedDays.some(({ date }) => date === wall.slice(0, 10))) return 'holiday';
  const clock = wall.slice(11, 16);
  const today = new Date(wall).getUTCDay() || 7;
  const open = calendar.hours.some(({ weekday, from, to }) => weekday === today && clock >= from && clock < to);
  return open ? 'in_hours' : 'after_hours';
}

const QUARTER = 900_000;
const offsets = new Map<string, number>();

/** Clocks change at whole quarters of an hour. */
function offsetAt(timeZone: string, at: number): number {
  const quarter = Math.floor(at / QUARTER) * QUARTER;
  const key = `${timeZone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const wall = Temporal.Instant.fromEpochMilliseconds(quarter).toZonedDateTimeISO(timeZone);
  offsets.set(key, wall.offsetNanoseconds / 1_000_000);
  return wall.offsetNanoseconds / 1_000_000;
}

function timeOwed(books: Books) {
  const left = Object.fromEntries(books.time.grants.map((grant) => [grant.id, grant.left]));
  const sums = new Map<string, { line: TimeLine | null; worth: Q }>();
  const unrated: string[] = [];
  for (const entry of [...books.entries].sort((a, b) => a.endedAt - b.endedAt || a.id.localeCompare(b.id))) {
    const kept = { ...left };
    const found: [string, TimeLine | null, Q][] = [];
    let rated = true;
    for (const [hours, minutes] of minutesOf(books, entry)) {
      const one = worthOf(books, entry, { hours, minutes }, left);
      if (one === null) rated = false;
      else if (one.key !== null) found.push([one.key, one.line, one.worth]);
    }
    if (!rated) {
      Object.assign(left, kept);
      unrated.push(entry.id);
      continue;
    }
    for (const [key, line, worth] of found) sums.set(key, { line, worth: plus(sums.get(key)?.worth ?? of(0), worth) });
  }
  const owed = [...sums].map(([key, { line, worth }]) =>
    taxed(books, line?.id ?? null, key, minor(worth, books.digits)),
  );
  return { owed, left, unrated };
}

type Stretch = { hours: Hour; minutes: number };

function worthOf(books: Books, entry: Entry, { hours, minutes }: Stretch, left: Record<string, number>) {
  const taking = books.time.lines.filter(
    ({ from, until, covers }) =>
      within(entry.day, from, until) &&
      any(covers.workTypeIds, entry.workTypeId) &&
      any(covers.kinds, entry.kind) &&
      any(covers.staffIds, entry.staffId) &&
      any(covers.hours, hours),
  );
  const line = taking[0] ?? null;
  const blocks = taking.filter(({ terms }) => terms.kind === line?.terms.kind);
  const none = { key: null, line, worth: of(0) };
  if (line?.terms.kind === 'included') return none;
  const contract = line ? books.time.ofContracts.get(line.contractId) : undefined;
  const rate = bestRate(books, entry, contract?.rates ?? []);
  const times = timesOf(books, line, hours);
  const percent = line?.terms.percent ?? '100';
  let seconds = minutes * 60;
  const each = rate ? by(by(q(rate.perHour), over(q(percent), of(100))), times) : null;
  const key = rate && [entry.ticketId, line?.id ?? null, rate.id, hours, percent].join('|');
  if (line?.terms.kind === 'block_hours') {
    for (const block of blocks) {
      const weighted = block.terms.kind === 'block_hours' && block.terms.weighted;
      const weight = weighted ? timesOf(books, block, hours) : of(1);
      const missing = take(books, { line: block, entry, amount: rounded(by(weight, of(seconds))) }, left);
      seconds = missing === 0 ? 0 : Math.min(seconds, rounded(over(of(missing), weight)));
      if (seconds === 0) return none;
    }
  }
  if (each === null || key === null) return null;
  const worth = over(by(each, of(seconds)), of(3_600));
  if (line?.terms.kind !== 'block_money') return { key, line, worth };
  let missing = minor(worth, books.digits);
  for (const block of blocks) missing = take(books, { line: block, entry, amount: missing }, left);
  return missing === 0 ? none : { key, line, worth: over(of(missing), of(10 ** books.digits)) };
}

/** A contract has its own multipliers, or those of the client. */
function timesOf(books: Books, line: TimeLine | null, hours: Hour): Q {
  const own = line && books.time.ofContracts.get(line.contractId)?.multipliers;
  const { afterHours, holiday } = own || books.time.multipliers;
  return q(hours === 'in_hours' ? '1' : hours === 'holiday' ? holiday : afterHours);
}

const any = (wanted: readonly string[], has: string | null) =>
  wanted.length === 0 || (has !== null && wanted.includes(has));

/** Unit by unit would be the plainest; grant by grant, in the order of their ends, is the same. */
function take(
  books: Books,
  wanted: { line: TimeLine; entry: Entry; amount: number },
  left: Record<string, number>,
): number {
  const { line, entry } = wanted;
  const end = (until: string | null) => until ?? '9999';
  const order = [...books.time.grants].sort(
    (a, b) => end(a.until).localeCompare(end(b.until)) || a.from.localeCompare(b.from) || a.id.localeCompare(b.id),
  );
  let missing = wanted.amount;
  for (const { id, lineId, from, until } of order)
    while (missing > 0 && (left[id] ?? 0) > 0 && lineId === line.id && within(entry.day, from, until)) {
      const some = Math.min(missing, left[id] ?? 0);
      left[id] = (left[id] ?? 0) - some;
      missing -= some;
    }
  return missing;
}

function bestRate(books: Books, entry: Entry, ofContract: Books['time']['rates']) {
  const all = [...ofContract, ...books.time.rates];
  for (const level of ['contract', 'client', 'provider'])
    for (const [staff, role, type] of [7, 6, 5, 4, 3, 2, 1, 0].map((bits) => [bits & 4, bits & 2, bits & 1])) {
      const fitting = all.filter(
        (rate) =>
          rate.level === level &&
          rate.from <= entry.day &&
          (staff ? rate.staffId === entry.staffId : rate.staffId === null) &&
          (role ? rate.roleKey !== null && entry.roleKeys.includes(rate.roleKey) : rate.roleKey === null) &&
          (type ? rate.workTypeId !== null && rate.workTypeId === entry.workTypeId : rate.workTypeId === null),
      );
      fitting.sort(
        (a, b) =>
          b.from.localeCompare(a.from) || minor(q(b.perHour), 6) - minor(q(a.perHour), 6) || a.id.localeCompare(b.id),
      );
      if (fitting[0]) return fitting[0];
    }
  return null;
}
