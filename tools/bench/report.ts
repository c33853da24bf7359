import { type BillingFigures, EXPLAINED_MS, PREVIEW_SECONDS, RUN_TIMES } from './billing.ts';
import type { ClockFigures } from './clocks.ts';
import { FIRST_LOAD_KB, PORTAL_FIRST_LOAD_KB } from './first-load.ts';
import { LARGE_MAIL_EXTRA_MB, LARGE_MAIL_MB, MAILS_PER_SECOND, type MailFigures } from './mail.ts';
import type { AtSize, Comparison, Line } from './measure.ts';
import type { ServiceLevelFigures } from './service-levels.ts';
import { percentile } from './statistics.ts';

export type Memory = { rss: number; pss: number; processes: number } | null;
export type Figures = {
  machine: string;
  sizes: AtSize[];
  /** Milliseconds. */
  start: { first: number; warm: number };
  memory: { idle: Memory; afterLoad: Memory };
  clocks: ClockFigures;
  serviceLevels: ServiceLevelFigures;
  mail: MailFigures;
  billing: BillingFigures;
  firstLoadKb: number;
  /** The heaviest page of the portal. */
  portalFirstLoadKb: number;
};

export type Verdict = { budget: string; measured: string; kept: boolean };

const GROUPS: Record<Line['group'], string> = {
  list: 'Lists',
  search: 'Search',
  open: 'Open a ticket',
  suggest: 'Suggested on a ticket',
  portal: 'Portal',
  sum: 'Counts and boards',
  save: 'Save',
};

/** Groups whose lines the budget of 50 ms speaks of. */
const BUDGETED: readonly Line['group'][] = ['list', 'search', 'open', 'portal', 'save'];
/** Tickets and articles that may help, in milliseconds. */
const SUGGESTED_MS = 100;

/** The budgets, what was measured, and whether each was kept. */
export function verdicts(figures: Figures): Verdict[] {
  const { sizes, start, memory, clocks, serviceLevels, mail, billing, firstLoadKb, portalFirstLoadKb } = figures;
  const [small, large] = [sizes[0] as AtSize, sizes.at(-1) as AtSize];
  const worst = (list: Comparison[]) => Math.min(...list.map(({ ratio }) => ratio));
  const budgeted = large.lines.filter((line) => BUDGETED.includes(line.group));
  const slowest = budgeted.toSorted((a, b) => b.one.p95 - a.one.p95)[0] as Line;
  const growth = growthOf(small, large).filter(({ line }) => BUDGETED.includes(line.group));
  const middle =
    growth.length === 0
      ? 0
      : percentile(
          growth.map(({ times }) => times),
          0.5,
        );
  const grown = growth.toSorted((a, b) => b.times - a.times)[0];
  const over = growth.filter(({ times, line }) => times > 1.5 && line.one.p95 > 10).length;
  return [
    {
      budget: 'Ticket create: at least 50 % of the raw insert rate',
      measured: percentages(large.create),
      kept: worst(large.create) >= 0.5,
    },
    {
      budget: 'List page: at least 50 % of the raw page',
      measured: percentages(large.list),
      kept: worst(large.list) >= 0.5,
    },
    {
      budget: `List, open, search, save, portal at ${count(large.size)}: p95 at most 50 ms`,
      measured: `slowest: ${slowest.name}, ${ms(slowest.one.p95)}; ${budgeted.filter((line) => line.one.p95 > 50).length} of ${budgeted.length} above`,
      kept: slowest.one.p95 <= 50,
    },
    ...suggestVerdict(large),
    {
      budget: `p95 at ${count(large.size)} at most 1.5 × that at ${count(small.size)}`,
      measured: grown
        ? `middle ${middle.toFixed(2)} ×, most: ${grown.line.name}, ${grown.times.toFixed(1)} ×; ${over} above 1.5 × and 10 ms`
        : 'one size only',
      kept: over === 0,
    },
    { budget: 'First start at most 15 s', measured: ms(start.first), kept: start.first <= 15_000 },
    { budget: 'Warm start at most 2 s', measured: ms(start.warm), kept: start.warm <= 2_000 },
    {
      budget: 'Idle memory of all processes at most 400 MB',
      measured: megabytes(memory.idle),
      kept: (memory.idle?.pss ?? 0) <= 400,
    },
    {
      budget: 'Due work among running clocks found within 1 s',
      measured: `${ms(clocks.found)} among ${count(clocks.running)}`,
      kept: clocks.found <= 1_000,
    },
    {
      budget: 'Deadline of a ticket 90 days old within 0.2 ms',
      measured: `${serviceLevels.deadline.toFixed(3)} ms`,
      kept: serviceLevels.deadline <= 0.2,
    },
    ...(serviceLevels.simulation ? [simulationVerdict(serviceLevels.simulation)] : []),
    {
      budget: 'A breach acted on within 5 s, while tickets are being logged',
      measured: `${clocks.acted.toFixed(1)} s`,
      kept: clocks.acted <= 5,
    },
    ...mailVerdicts(mail),
    ...billingVerdicts(billing),
    {
      budget: `First load at most ${FIRST_LOAD_KB} kB of gzipped JavaScript`,
      measured: `${firstLoadKb.toFixed(0)} kB`,
      kept: firstLoadKb <= FIRST_LOAD_KB,
    },
    {
      budget: `First load of the portal at most ${PORTAL_FIRST_LOAD_KB} kB of gzipped JavaScript`,
      measured: `heaviest page and language: ${portalFirstLoadKb.toFixed(1)} kB`,
      kept: portalFirstLoadKb <= PORTAL_FIRST_LOAD_KB,
    },
  ];
}

function suggestVerdict({ size, lines }: AtSize): Verdict[] {
  const [slowest] = lines.filter(({ group }) => group === 'suggest').toSorted((a, b) => b.one.p95 - a.one.p95);
  if (!slowest) return [];
  return [
    {
      budget: `Tickets and articles that may help at ${count(size)}: p95 at most ${SUGGESTED_MS} ms`,
      measured: `slowest: ${slowest.name}, ${ms(slowest.one.p95)}`,
      kept: slowest.one.p95 <= SUGGESTED_MS,
    },
  ];
}

function mailVerdicts({ rate, taken, mails, largeExtra }: MailFigures): Verdict[] {
  return [
    {
      budget: `Mail from the SMTP listener to the ticket: at least ${MAILS_PER_SECOND} a second`,
      measured: `${rate.toFixed(0)} a second over ${count(mails)} mails (taken: ${taken.toFixed(0)} a second)`,
      kept: rate >= MAILS_PER_SECOND,
    },
    {
      budget: `A mail of ${LARGE_MAIL_MB} MB within ${LARGE_MAIL_EXTRA_MB} MB of extra memory`,
      measured: largeExtra === null ? 'not told by this system' : `${largeExtra.toFixed(0)} MB`,
      kept: (largeExtra ?? 0) <= LARGE_MAIL_EXTRA_MB,
    },
  ];
}

function billingVerdicts({ clients, entries, preview, run, sql, papers, explained }: BillingFigures): Verdict[] {
  const times = run / (sql + papers);
  const seconds = (value: number) => `${value.toFixed(1)} s`;
  return [
    {
      budget: `Preview of three months for ${count(clients)} clients with ${count(entries)} entries within ${PREVIEW_SECONDS} s`,
      measured: seconds(preview),
      kept: preview <= PREVIEW_SECONDS,
    },
    {
      budget: `Issuing all of it within ${RUN_TIMES} × adding up the entries in SQL and printing the invoices`,
      measured: `${times.toFixed(2)} × (${seconds(run)} to ${seconds(sql)} + ${seconds(papers)})`,
      kept: times <= RUN_TIMES,
    },
    {
      budget: `An invoice with what each line came of within ${EXPLAINED_MS} ms`,
      measured: `p95 ${ms(explained)}`,
      kept: explained <= EXPLAINED_MS,
    },
  ];
}

function simulationVerdict({ tickets, seconds }: NonNullable<ServiceLevelFigures['simulation']>): Verdict {
  return {
    budget: `Simulation of ${count(tickets)} tickets within 30 s`,
    measured: `${seconds.toFixed(1)} s`,
    kept: seconds <= 30,
  };
}

/** How many times the p95 of the smallest size each line takes at the largest. */
function growthOf(small: AtSize, large: AtSize): { line: Line; times: number }[] {
  if (small === large) return [];
  return large.lines.flatMap((line) => {
    const before = small.lines.find((one) => one.group === line.group && one.name === line.name);
    return before ? [{ line, times: line.one.p95 / before.one.p95 }] : [];
  });
}

/** The whole result as Markdown, without the words around it. */
export function tables(figures: Figures): string {
  const { sizes, memory } = figures;
  const [small, large] = [sizes[0] as AtSize, sizes.at(-1) as AtSize];
  const growth = new Map(growthOf(small, large).map(({ line, times }) => [line, times]));
  const budgets = verdicts(figures).map(({ budget, measured, kept }) => [
    budget,
    measured,
    kept ? 'kept' : '**missed**',
  ]);
  const raw = sizes.flatMap(({ size, create, list }) =>
    (['create', 'list'] as const).flatMap((what) =>
      (what === 'create' ? create : list).map((one) => [
        what === 'create' ? 'Create a ticket' : 'A page of the queue',
        count(size),
        String(one.concurrency),
        one.raw.toFixed(0),
        one.ours.toFixed(0),
        `${(one.ratio * 100).toFixed(0)} %`,
      ]),
    ),
  );
  const lines = large.lines.map((line) => [
    GROUPS[line.group],
    line.name,
    ...sizes.flatMap(({ lines: at }) => {
      const same = at.find((one) => one.group === line.group && one.name === line.name);
      return same
        ? [`${short(same.one.p50)} / ${short(same.one.p95)}`, `${short(same.eight.p50)} / ${short(same.eight.p95)}`]
        : ['', ''];
    }),
    growth.has(line) ? `${(growth.get(line) ?? 0).toFixed(1)} ×` : '',
  ]);
  const heads = sizes.flatMap(({ size }) => [`${count(size)}, 1 at once`, `${count(size)}, 8 at once`]);
  return [
    '## Budgets',
    table(['Budget', 'Measured', ''], budgets),
    '## Against raw SQL',
    table(['What', 'Tickets', 'At once', 'Raw, per second', 'Through the API', 'Ratio'], raw),
    '## Answer times: p50 / p95 in milliseconds',
    table(['', 'What', ...heads, 'Growth of p95'], lines),
    '## Memory',
    table(
      ['When', 'All processes'],
      [
        ['idle after a warm start', megabytes(memory.idle)],
        ['after the measurements', megabytes(memory.afterLoad)],
      ],
    ),
  ].join('\n\n');
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const count = (value: number) => value.toLocaleString('en').replaceAll(',', ' ');
const short = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const ms = (value: number) => (value < 1_000 ? `${short(value)} ms` : `${(value / 1000).toFixed(1)} s`);
const megabytes = (memory: Memory) =>
  memory
    ? `${memory.pss.toFixed(0)} MB (PSS; ${memory.rss.toFixed(0)} MB RSS in ${memory.processes} processes)`
    : 'not told by this system';
const percentages = (list: Comparison[]) =>
  list.map(({ concurrency, ratio }) => `${(ratio * 100).toFixed(0)} % (${concurrency} at once)`).join(', ');
