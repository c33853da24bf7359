import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WAIT_CAUSE_KEYS } from '#shared/value-stream-words.ts';
import { HOLD_REASONS, STATUS_CATEGORIES } from '#shared/vocabulary.ts';
import { foldSlowly } from './value-stream/oracle.ts';
import {
  belongs,
  delayWords,
  figuresOf,
  flowOf,
  foldTicket,
  quantile,
  type Standing,
  type StepRule,
  type StreamStep,
  validateStream,
} from './value-stream.ts';

const NEVER: StepRule = { statuses: [], categories: [], teamIds: [], assigned: null };
const step = (key: string, rule: Partial<StepRule>, idle = false): StreamStep => ({
  ...{ key, name: key, activity: 'deliver_and_support', idle },
  rule: { ...NEVER, ...rule },
});
const STEPS = [
  step('take', {}),
  step('queue', { categories: ['open'], assigned: false }),
  step('restore', { categories: ['open', 'waiting'], assigned: true }),
];
const at = (minutes: number, category: Standing['category'], more: Partial<Standing> = {}): Standing => ({
  ...{ at: minutes * 60_000, status: category, category, holdReason: null, teamId: null, assigned: false, ...more },
});
const always = (from: number, to: number) => Math.floor(to / 1000) - Math.floor(from / 1000);
/** Open in every second minute. */
const isOpen = (second: number) => Math.floor(second / 60) % 2 === 0;
const halves = (from: number, to: number) => {
  let sum = 0;
  for (let second = Math.floor(from / 1000); second < Math.floor(to / 1000); second++) sum += isOpen(second) ? 1 : 0;
  return sum;
};

const standing = fc.record({
  at: fc.integer({ min: 0, max: 900_000 }),
  status: fc.constantFrom('a', 'b'),
  category: fc.constantFrom(...STATUS_CATEGORIES),
  holdReason: fc.option(fc.constantFrom(...HOLD_REASONS), { nil: null }),
  teamId: fc.option(fc.constantFrom('t1', 't2'), { nil: null }),
  assigned: fc.boolean(),
});
const rule = fc.record({
  statuses: fc.subarray(['a', 'b']),
  categories: fc.subarray([...STATUS_CATEGORIES]),
  teamIds: fc.subarray(['t1', 't2']),
  assigned: fc.option(fc.boolean(), { nil: null }),
});
const steps = fc
  .array(fc.record({ rule, idle: fc.boolean() }), { minLength: 1, maxLength: 5 })
  .map((list) => list.map(({ rule: own, idle }, place) => step(`s${place}`, own, idle)));
const recorded = fc.array(
  fc.record({ at: fc.integer({ min: -60_000, max: 1_000_000 }), seconds: fc.integer({ min: 60, max: 600 }) }),
  { maxLength: 3 },
);

describe('what became of a ticket', () => {
  test('is what counting each second says, whatever the log says and in whatever order its clock was', () => {
    fc.assert(
      fc.property(fc.array(standing, { maxLength: 12 }), recorded, steps, (standings, work, all) => {
        const last = standings.at(-1);
        const passed = foldTicket(standings, work, all, halves);
        if (!last || (last.category !== 'resolved' && last.category !== 'closed')) return passed === null;
        const told = Object.fromEntries(
          (passed?.passages ?? []).map(({ step: key, touch, waits }) => [
            key,
            {
              ...{ touch: touch.seconds, business: touch.business },
              waits: Object.fromEntries(
                WAIT_CAUSE_KEYS.map((cause) => [cause, [waits[cause].seconds, waits[cause].business]]),
              ),
            },
          ]),
        );
        expect(told).toEqual(foldSlowly(standings, work, all, isOpen));
        return true;
      }),
      { numRuns: 300 },
    );
  });

  test('loses and invents no second where nothing was recorded', () => {
    fc.assert(
      fc.property(fc.array(standing, { minLength: 2, maxLength: 12 }), steps, (standings, all) => {
        const passed = foldTicket(standings, [], all, always);
        const sum = (passed?.passages ?? []).reduce(
          (total, { touch, waits }) =>
            total + touch.seconds + WAIT_CAUSE_KEYS.reduce((more, cause) => more + waits[cause].seconds, 0),
          0,
        );
        const times = standings.map((one) => one.at);
        return sum <= (Math.max(...times) - (times[0] as number)) / 1000 + 1;
      }),
    );
  });

  test('tells the queue from the client and from work, and leaves out what counts as solved', () => {
    const passed = foldTicket(
      [
        at(0, 'new'),
        at(30, 'open'),
        at(60, 'open', { assigned: true }),
        at(75, 'waiting', { assigned: true, holdReason: 'client' }),
        at(100, 'open', { assigned: true }),
        at(110, 'resolved', { assigned: true }),
        at(500, 'open', { assigned: true }),
        at(505, 'resolved', { assigned: true }),
        at(900, 'closed', { assigned: true }),
      ],
      [],
      STEPS,
      always,
    );
    expect(passed?.endedAt).toBe(505 * 60_000);
    expect(
      passed?.passages.map(({ step: key, touch, waits, visits, estimated }) => [
        key,
        touch.seconds / 60,
        waits.queue.seconds / 60,
        waits.client.seconds / 60,
        visits,
        estimated,
      ]),
    ).toEqual([
      ['take', 0, 30, 0, 1, true],
      ['queue', 0, 30, 0, 1, true],
      ['restore', 30, 0, 25, 1, true],
    ]);
  });

  test('takes recorded time for touch, and the rest of the time in hand for a wait', () => {
    const lived = [at(0, 'open', { assigned: true }), at(60, 'resolved', { assigned: true })];
    const passed = foldTicket(lived, [{ at: 50 * 60_000, seconds: 900 }], STEPS, always);
    expect(passed?.passages).toMatchObject([
      { step: 'restore', touch: { seconds: 900 }, waits: { in_hand: { seconds: 2_700 } }, estimated: false },
    ]);
  });

  test('is nothing for what goes on or was called off', () => {
    expect(foldTicket([at(0, 'new'), at(5, 'open')], [], STEPS, always)).toBeNull();
    expect(foldTicket([at(0, 'new'), at(5, 'cancelled')], [], STEPS, always)).toBeNull();
    expect(foldTicket([], [], STEPS, always)).toBeNull();
  });

  test('waits for an agreed time in a step where nobody works', () => {
    const idle = [step('take', {}), step('window', { statuses: ['scheduled'] }, true)];
    const lived = [at(0, 'open', { status: 'scheduled', assigned: true }), at(60, 'closed')];
    expect(foldTicket(lived, [], idle, always)?.passages).toMatchObject([
      { step: 'window', touch: { seconds: 0 }, waits: { scheduled: { seconds: 3_600 } } },
    ]);
  });
});

test('a quantile lies between two numbers as it does in the database', () => {
  expect(quantile([], 0.5)).toBe(0);
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([10, 20], 0.85)).toBeCloseTo(18.5);
});

test('the main delay is said by its step, its cause and its share', () => {
  const lived = (minutes: number) =>
    foldTicket(
      [at(0, 'new'), at(minutes, 'open', { assigned: true }), at(minutes + 10, 'resolved')],
      [],
      STEPS,
      always,
    );
  const passages = [90, 110].flatMap((minutes) => lived(minutes)?.passages ?? []);
  const figures = ['take', 'restore'].map((key) =>
    figuresOf(
      key,
      passages.filter((one) => one.step === key),
      'calendar',
    ),
  );
  const { delay, efficiency } = flowOf(figures);
  expect(efficiency).toBeCloseTo(20 / 220);
  expect(delayWords(delay, 'Take in', 2)).toBe(
    'The main delay is in “Take in”: nobody had it. That is 91 % of the whole time, about 1 h 40 min a ticket.',
  );
  expect(delayWords(flowOf([]).delay, '', 0)).toBe('Nothing waited.');
});

test('a stream is of the work that all its lists name', () => {
  const work = {
    kinds: ['request' as const],
    categoryIds: ['c'],
    serviceIds: [],
    catalogueItemIds: [],
    clientIds: ['a'],
  };
  const one = {
    kind: 'request' as const,
    clientId: 'a',
    serviceId: null,
    catalogueItemId: null,
    categoryIds: ['d', 'c'],
  };
  expect(belongs(work, one)).toBe(true);
  expect(belongs(work, { ...one, clientId: 'b' })).toBe(false);
  expect(belongs(work, { ...one, categoryIds: ['d'] })).toBe(false);
  expect(belongs({ ...work, catalogueItemIds: ['x'] }, one)).toBe(false);
});

test('a later step has to say when it begins, and keys are used once', () => {
  const work = { kinds: [], categoryIds: [], serviceIds: [], catalogueItemIds: [], clientIds: [] };
  expect(validateStream({ demand: '', work, steps: [step('a', {}), step('a', {})] }).map(({ path }) => path)).toEqual([
    'terms.work.kinds',
    'terms.steps.1.key',
    'terms.steps.1.rule',
  ]);
});
