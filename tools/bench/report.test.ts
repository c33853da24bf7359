import { expect, test } from 'vitest';
import type { AtSize, Line } from './measure.ts';
import { benchOptions } from './options.ts';
import { type Figures, tables, verdicts } from './report.ts';

const summary = (p95: number) => ({ samples: 10, p50: p95 / 2, p95, rate: 100 });
const line = (name: string, p95: number): Line => ({ group: 'list', name, one: summary(p95), eight: summary(p95) });
const at = (size: number, p95: number, ratio: number): AtSize => ({
  size,
  lines: [line('open', p95)],
  create: [{ concurrency: 1, ours: 100, raw: 100 / ratio, ratio }],
  list: [{ concurrency: 8, ours: 100, raw: 150, ratio: 0.66 }],
});
const figures = (large: AtSize): Figures => ({
  machine: 'a machine',
  sizes: [at(10_000, 20, 0.7), large],
  start: { first: 3_000, warm: 900 },
  memory: { idle: { rss: 500, pss: 250, processes: 9 }, afterLoad: null },
  clocks: { running: 5, found: 1, acted: 2 },
  serviceLevels: { deadline: 0.02, simulation: { tickets: 100_000, seconds: 20 } },
  mail: { rate: 60, taken: 200, mails: 2_000, largeExtra: 90 },
  billing: { clients: 200, entries: 40_000, preview: 20, run: 30, sql: 1, papers: 25, explained: 20 },
  firstLoadKb: 200,
  portalFirstLoadKb: 149,
});

test('every budget is told with what was measured, and a miss is a miss', () => {
  expect(verdicts(figures(at(1_000_000, 25, 0.6))).every(({ kept }) => kept)).toBe(true);
  const missed = verdicts(figures(at(1_000_000, 80, 0.4))).filter(({ kept }) => !kept);
  expect(missed.map(({ measured }) => measured)).toEqual([
    '40 % (1 at once)',
    'slowest: open, 80 ms; 1 of 1 above',
    'middle 4.00 ×, most: open, 4.0 ×; 1 above 1.5 × and 10 ms',
  ]);
});

test('mail has two budgets: how many a second, and what a large one needs', () => {
  const late = { rate: 40, taken: 200, mails: 2_000, largeExtra: 300 };
  const missed = verdicts({ ...figures(at(1_000_000, 25, 0.6)), mail: late }).filter(({ kept }) => !kept);
  expect(missed.map(({ measured }) => measured)).toEqual([
    '40 a second over 2 000 mails (taken: 200 a second)',
    '300 MB',
  ]);
  expect(benchOptions(['--mail', '--sizes=1000'])).toMatchObject({ only: 'mail', sizes: [1000] });
});

test('billing has three budgets: a preview, a run as a multiple of what it cannot do without, and an explanation', () => {
  const slow = { clients: 200, entries: 40_000, preview: 61, run: 40, sql: 1, papers: 25, explained: 101 };
  const missed = verdicts({ ...figures(at(1_000_000, 25, 0.6)), billing: slow }).filter(({ kept }) => !kept);
  expect(missed.map(({ measured }) => measured)).toEqual(['61.0 s', '1.54 × (40.0 s to 1.0 s + 25.0 s)', 'p95 101 ms']);
  expect(benchOptions(['--billing']).only).toBe('billing');
});

test('what is suggested has a budget of its own', () => {
  const suggested = (p95: number) => {
    const large = at(1_000_000, 25, 0.6);
    large.lines.push({ ...line('articles that may help', p95), group: 'suggest' });
    return verdicts(figures(large)).filter(({ budget }) => budget.startsWith('Tickets and articles that may help'));
  };
  expect(suggested(99)).toMatchObject([{ measured: 'slowest: articles that may help, 99 ms', kept: true }]);
  expect(suggested(101)).toMatchObject([{ kept: false }]);
});

test('the tables hold every size side by side', () => {
  const text = tables(figures(at(1_000_000, 80, 0.4)));
  expect(text).toContain('| Lists | open | 10 / 20 | 10 / 20 | 40 / 80 | 40 / 80 | 4.0 × |');
  expect(text).toContain('| Create a ticket | 1 000 000 | 1 | 250 | 100 | 40 % |');
});

test('sizes come as arguments, in any order; what is not known is refused', () => {
  expect(benchOptions(['--sizes=5000,1000', '--write', '--seconds=0.5'])).toEqual({
    sizes: [1000, 5000],
    write: true,
    only: null,
    milliseconds: 500,
  });
  expect(benchOptions(['--quick']).sizes).toEqual([10_000, 100_000]);
  expect(() => benchOptions(['--fast'])).toThrow('not known');
  expect(() => benchOptions(['--sizes=ten'])).toThrow('whole numbers');
});

test('a run of one size says so, and grows by nothing', () => {
  const one = figures(at(1_000, 20, 0.6));
  expect(verdicts({ ...one, sizes: [at(1_000, 20, 0.6)] }).map(({ measured }) => measured)).toContain('one size only');
});
