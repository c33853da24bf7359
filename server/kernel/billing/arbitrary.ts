import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { weekdays } from '../calendar.ts';
import type { Covers } from './coverage.ts';
import type { Books } from './price.ts';
import type { TimeTerms } from './time.ts';
import type { Hours } from './worked.ts';

const EPOCH = Temporal.PlainDate.from('2024-01-01');
const day = (max: number) => fc.integer({ min: 0, max }).map((days) => EPOCH.add({ days }).toString());
const later = (from: string, days: number) => Temporal.PlainDate.from(from).add({ days }).toString();
const price = (digits: number) =>
  fc.integer({ min: -5_000_000, max: 50_000_000 }).map((n) => {
    const text = String(Math.abs(n)).padStart(5, '0');
    const cut = digits === 0 ? text : `${text.slice(0, -4)}.${text.slice(-4)}`;
    return `${n < 0 ? '-' : ''}${cut}`;
  });
const hourly = fc
  .integer({ min: 1, max: 40_000 })
  .map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`);
const percent = fc.constantFrom('100', '50', '80', '33.3333', '0', '150');
const few = <T>(values: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: fc.subarray([...values]) });

const WORK = ['remote', 'onsite'] as const;
const STAFF = ['ann', 'bob'] as const;
const HOURS: readonly Hours[] = ['in_hours', 'after_hours', 'holiday'];

const covers: fc.Arbitrary<Covers> = fc.record({
  workTypeIds: few(WORK),
  kinds: few(['incident', 'request']),
  categoryIds: fc.constant([]),
  serviceIds: fc.constant([]),
  staffIds: few(STAFF),
  itemIds: fc.constant([]),
  contactIds: fc.constant([]),
  hours: few(HOURS),
});
const terms: fc.Arbitrary<TimeTerms> = fc.oneof(
  fc.constant({ kind: 'included' } as const),
  percent.map((each) => ({ kind: 'rate', percent: each }) as const),
  fc.record({ kind: fc.constant('block_hours' as const), percent, weighted: fc.boolean() }),
  fc.record({ kind: fc.constant('block_money' as const), percent }),
);

/** Stretches of a line in the order of time, one ending where the next begins. */
const stretches = (digits: number) =>
  fc
    .record({
      from: day(400),
      lengths: fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 5 }),
      open: fc.boolean(),
      worth: fc.array(fc.record({ quantity: fc.integer({ min: 0, max: 500 }).map(String), price: price(digits) }), {
        minLength: 5,
        maxLength: 5,
      }),
    })
    .map(({ from, lengths, open, worth }) => {
      let at = from;
      return lengths.map((length, index) => {
        const begins = at;
        at = later(at, length);
        const until = open && index === lengths.length - 1 ? null : at;
        return { from: begins, until, ...(worth[index] ?? { quantity: '1', price: '1' }) };
      });
    });

const contract = (id: string, digits: number) =>
  fc
    .record({
      begins: day(366),
      length: fc.option(fc.integer({ min: 1, max: 500 })),
      billsAfter: fc.integer({ min: -10, max: 80 }),
      everyMonths: fc.constantFrom(1, 3, 6, 12),
      advance: fc.boolean(),
      lines: fc.array(fc.record({ stretches: stretches(digits), prorated: fc.boolean(), billed: billedBefore }), {
        maxLength: 2,
      }),
    })
    .map(({ begins, length, billsAfter, lines, ...rest }) => ({
      ...{ id, begins, ...rest },
      ends: length === null ? null : later(begins, length),
      billsFrom: later(begins, billsAfter),
      lines: lines.map((line, index) => ({ id: `${id}-${index}`, ...line })),
    }));
const billedBefore = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: -10_000, max: 1_000_000 })), { maxLength: 4 })
  .map((pairs) => new Map(pairs));

const timeLine = (id: string) =>
  fc
    .record({ from: day(150), length: fc.option(fc.integer({ min: 100, max: 400 })), covers, terms })
    .map(({ from, length, ...rest }) => ({
      ...{ id, contractId: 'k0', from, ...rest },
      until: length === null ? null : later(from, length),
    }));

const rate = fc.record({
  level: fc.constantFrom('contract' as const, 'client' as const, 'provider' as const),
  staffId: fc.constantFrom(null, ...STAFF),
  roleKey: fc.constantFrom(null, 'senior', 'junior'),
  workTypeId: fc.constantFrom(null, ...WORK),
  perHour: hourly,
  from: fc.oneof(fc.constant('2024-01-01'), day(300)),
});

/** What holds where nothing nearer fits. */
const EVERYBODY = {
  id: 'all',
  level: 'provider',
  staffId: null,
  roleKey: null,
  workTypeId: null,
  from: '2023-12-01',
} as const;

const entry = fc
  .record({
    ticketId: fc.constantFrom('t1', 't2'),
    workTypeId: fc.constantFrom(null, ...WORK),
    kind: fc.constantFrom('incident', 'request'),
    staffId: fc.constantFrom(...STAFF),
    roleKeys: few(['senior', 'junior']),
    minute: fc.integer({ min: 0, max: 500 * 1_440 }),
    minutes: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 150 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 1_440 }) },
    ),
  })
  .map(({ minute, ...rest }) => {
    const endedAt = Date.UTC(2024, 0, 1) + minute * 60_000;
    const at = new Date(endedAt - rest.minutes * 60_000);
    return {
      ...{ ...rest, endedAt, day: at.toISOString().slice(0, 10) },
      ...{ categoryIds: [], serviceIds: [], itemIds: [], contactId: null },
    };
  });

const calendar = fc.constantFrom(
  ...['UTC', 'Australia/Sydney', 'Asia/Kathmandu', 'America/New_York'].map((timeZone) => ({
    ...{ name: 'Hours', timeZone, alwaysOpen: false },
    hours: weekdays('08:30', '17:00'),
    closedDays: ['2024-01-01', '2024-03-29', '2024-12-25'].map((date) => ({ date, name: 'Holiday' })),
  })),
);

/** Random books of one client: contracts that change in mid-month, time, blocks, charges, credits, taxes, roundings and currencies. */
export const arbitraryBooks: fc.Arbitrary<Books> = fc.constantFrom(0, 2, 2, 2, 3).chain((digits) =>
  fc
    .record({
      by: day(500),
      contracts: fc.tuple(contract('k0', digits), contract('k1', digits)),
      lines: fc.tuple(timeLine('l0'), timeLine('l1'), timeLine('l2')),
      rates: fc.array(rate, { maxLength: 4 }),
      standard: fc.array(hourly, { maxLength: 1 }),
      entries: fc.array(entry, { maxLength: 8 }),
      grants: fc.array(
        fc.record({
          lineId: fc.constantFrom('l0', 'l1', 'l2'),
          from: day(200),
          length: fc.option(fc.integer({ min: 30, max: 400 })),
          left: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40_000 })),
        }),
        { maxLength: 4 },
      ),
      charges: fc.array(
        fc.record({ due: day(500), quantity: fc.integer({ min: 1, max: 40 }).map(String), price: price(digits) }),
        { maxLength: 2 },
      ),
      calendar,
      rounding: fc.record({ minimum: fc.constantFrom(0, 1, 15, 30), step: fc.constantFrom(1, 5, 6, 15, 60) }),
      own: fc.option(fc.constant({ afterHours: '1.75', holiday: '1' })),
      multipliers: fc.record({ afterHours: fc.constantFrom('1', '1.5', '1.25'), holiday: fc.constantFrom('2', '2.5') }),
      tax: fc.constantFrom('0', '10', '15', '20', '8.875', '19'),
    })
    .map(
      ({
        by,
        contracts,
        lines,
        rates,
        standard,
        entries,
        grants,
        charges,
        calendar: hours,
        rounding,
        own,
        multipliers,
        tax,
      }) => ({
        ...{ by, digits, contracts },
        charges: charges.map((one, at) => ({ id: `c${at}`, contractId: null, ...one })),
        time: {
          ...{ digits, calendar: hours, rounding, multipliers, lines },
          rates: [
            ...rates.filter(({ level }) => level !== 'contract').map((one, at) => ({ id: `r${at}`, ...one })),
            ...standard.map((perHour) => ({ ...EVERYBODY, perHour })),
          ],
          ofContracts: new Map([
            [
              'k0',
              {
                rates: rates.filter(({ level }) => level === 'contract').map((one, at) => ({ id: `k${at}`, ...one })),
                multipliers: own,
              },
            ],
          ]),
          grants: grants.map(({ length, ...one }, at) => ({
            ...{ id: `g${at}`, ...one },
            until: length === null ? null : later(one.from, length),
          })),
        },
        entries: entries.map((one, at) => ({ id: `e${at}`, ...one })),
        tax: { id: 'tax', percent: tax },
        taxOf: new Map([['c0', { id: 'none', percent: '0' }]]),
      }),
    ),
);
