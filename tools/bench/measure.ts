import pg from 'pg';
import { Door } from './http.ts';
import { underLoad } from './load.ts';
import { enterPortal, PORTAL } from './portal.ts';
import type { Running } from './program.ts';
import { RawReader } from './raw-list.ts';
import { type Known, LISTS, learnKnown, OPENS, SEARCHES, type Shape, SUGGESTS, SUMS } from './shapes.ts';
import { median, ratioOfRounds, type Summary } from './statistics.ts';
import { createOne, forgetSince, RawWriter, saveOne } from './writes.ts';

/** One line of the table: what was asked, and how it went one at a time and eight at a time. */
export type Line = {
  group: 'list' | 'search' | 'open' | 'suggest' | 'portal' | 'sum' | 'save';
  name: string;
  one: Summary;
  eight: Summary;
};
export type Comparison = { concurrency: number; ours: number; raw: number; ratio: number };
export type AtSize = { size: number; lines: Line[]; create: Comparison[]; list: Comparison[] };

const AT_ONCE = [1, 8] as const;
const ROUNDS = 5;
const WARM = { concurrency: 4, samples: 24, milliseconds: 3_000 };

/** Measures everything at the present size. `tell` hears of each part. */
export async function measureAt(
  program: Running,
  key: string,
  size: number,
  milliseconds: number,
  tell: (part: string) => void,
): Promise<AtSize> {
  const admin = new pg.Client({ connectionString: program.adminUrl });
  await admin.connect();
  const door = new Door(program.address, key, 8);
  try {
    const known = await learnKnown(admin);
    const lines: Line[] = [];
    const groups = { list: LISTS, search: SEARCHES, open: OPENS, suggest: SUGGESTS, sum: SUMS } as const;
    for (const [group, shapes] of Object.entries(groups) as [Line['group'], readonly Shape[]][]) {
      tell(group);
      for (const shape of shapes) lines.push(await readLine(door, known, group, shape, milliseconds));
    }
    tell('portal');
    const callers = await enterPortal(program, key, admin, known.clients[0] as string);
    for (const shape of PORTAL) lines.push(await readLine(callers[shape.who], known, 'portal', shape, milliseconds));
    for (const caller of Object.values(callers)) caller.close();
    tell('save');
    lines.push(await saveLine(door, known, milliseconds));
    tell('list and create against raw');
    const list = await compareLists(program, door, known, milliseconds);
    const create = await compareCreates(program, door, known, admin, milliseconds);
    return { size, lines, create, list };
  } finally {
    door.close();
    await admin.end();
  }
}

async function readLine(
  door: Door,
  known: Known,
  group: Line['group'],
  shape: Shape,
  milliseconds: number,
): Promise<Line> {
  const work = (i: number) => door.call('GET', shape.path(known, i));
  await underLoad(work, WARM);
  const one = await underLoad(work, { concurrency: 1, samples: 150, milliseconds: milliseconds / 2 });
  const eight = await underLoad(work, { concurrency: 8, samples: 400, milliseconds: milliseconds / 2 });
  return { group, name: shape.name, one, eight };
}

/** Only the saving is measured, not the reading before it. */
async function saveLine(door: Door, known: Known, milliseconds: number): Promise<Line> {
  const at = async (concurrency: number, offset: number) => {
    const times: number[] = [];
    const took = await underLoad(
      (i) =>
        saveOne(door, known, offset + i, async (save) => {
          const from = performance.now();
          await save;
          times.push(performance.now() - from);
        }),
      { concurrency, samples: 150, milliseconds },
    );
    const sorted = times.toSorted((a, b) => a - b);
    const at95 = sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0;
    return { ...took, p50: median(times), p95: at95 };
  };
  await at(1, 500);
  return { group: 'save', name: 'a change of a field', one: await at(1, 0), eight: await at(8, 150) };
}

/** Ours and theirs in turns, in the same minute on the same machine. */
async function compare(
  ours: (i: number) => Promise<unknown>,
  theirs: (i: number) => Promise<unknown>,
  milliseconds: number,
): Promise<Comparison[]> {
  const found: Comparison[] = [];
  for (const concurrency of AT_ONCE) {
    const load = { concurrency, samples: 2_000, milliseconds };
    const [rates, raws]: [number[], number[]] = [[], []];
    let done = 0;
    const turn = async (work: (i: number) => Promise<unknown>) => {
      const from = done;
      const { rate, samples } = await underLoad((i) => work(from + i), load);
      done += samples;
      return rate;
    };
    for (let round = 0; round < ROUNDS; round++) {
      raws.push(await turn(theirs));
      rates.push(await turn(ours));
    }
    found.push({ concurrency, ours: median(rates), raw: median(raws), ratio: ratioOfRounds(rates, raws) });
  }
  return found;
}

async function compareLists(program: Running, door: Door, known: Known, milliseconds: number): Promise<Comparison[]> {
  const raw = new RawReader(program.adminUrl, known.staff[0] as string);
  const ours = () => door.call('GET', '/tickets?status=open');
  await Promise.all([underLoad(ours, WARM), underLoad(() => raw.page(), WARM)]);
  const found = await compare(ours, () => raw.page(), milliseconds / 2);
  await raw.close();
  return found;
}

async function compareCreates(
  program: Running,
  door: Door,
  known: Known,
  admin: pg.Client,
  milliseconds: number,
): Promise<Comparison[]> {
  const since = new Date().toISOString();
  const raw = new RawWriter(program.adminUrl);
  const patterns: string[] = [];
  for (let i = 0; i < 40; i++) patterns.push(JSON.parse(String(await createOne(door, known, i))).id);
  await raw.learn(patterns);
  await Promise.all([underLoad((i) => createOne(door, known, i), WARM), underLoad((i) => raw.write(i), WARM)]);
  const found = await compare(
    (i) => createOne(door, known, i),
    (i) => raw.write(i),
    milliseconds,
  );
  await raw.close();
  await forgetSince(admin, since);
  return found;
}
