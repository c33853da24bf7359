import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { measureBilling } from './billing.ts';
import { measureClocks } from './clocks.ts';
import { fillWorld, ownerKey } from './desk.ts';
import { firstLoadKilobytes, portalFirstLoadKilobytes, portalPages } from './first-load.ts';
import { generate } from './generate/generate.ts';
import { measureMail } from './mail.ts';
import { type AtSize, measureAt } from './measure.ts';
import { benchOptions } from './options.ts';
import { startProgram } from './program.ts';
import { type Figures, tables } from './report.ts';
import { measureDeadline, measureSimulation, SIMULATED } from './service-levels.ts';
import { median } from './statistics.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const MARK = '<!-- figures: written by npm run bench -- --write -->';
const WARM_STARTS = 3;
const SETTLE_MS = 10_000;

const say = (line: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Everything in one run, on a throwaway installation: start, memory, then the same questions at each size. */
async function run(dataDir: string): Promise<Figures> {
  const options = benchOptions(process.argv.slice(2));
  say('first start');
  const first = await startProgram(dataDir);
  await first.stop();
  const warm: number[] = [];
  for (let i = 0; i < WARM_STARTS; i++) {
    const again = await startProgram(dataDir);
    warm.push(again.startedIn);
    await again.stop();
  }
  const program = await startProgram(dataDir);
  try {
    await pause(SETTLE_MS);
    const idle = program.memory();
    say('people');
    const key = await ownerKey(program);
    await fillWorld(program, key);
    const sizes: AtSize[] = [];
    let simulation: Figures['serviceLevels']['simulation'] = null;
    let from = 1;
    for (const size of options.sizes) {
      say(`${size} tickets: writing them in bulk`);
      const now = new Date().toISOString();
      await generate(program.adminUrl, { from, to: size, now }, (done) => say(`  ${done}`));
      from = size + 1;
      if (size === SIMULATED) {
        say('  simulation');
        simulation = { tickets: size, seconds: await measureSimulation(program, key) };
      }
      sizes.push(await measureAt(program, key, size, options.milliseconds, (part) => say(`  ${part}`)));
    }
    say('clocks');
    const clocks = await measureClocks(program, key);
    say('mail');
    const mail = await measureMail(program, key);
    say('billing');
    const billing = await measureBilling(program, key);
    return {
      machine: `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}`,
      sizes,
      start: { first: first.startedIn, warm: median(warm) },
      memory: { idle, afterLoad: program.memory() },
      clocks,
      serviceLevels: { deadline: measureDeadline(), simulation },
      mail,
      billing,
      firstLoadKb: firstLoadKilobytes(),
      portalFirstLoadKb: heaviestOfPortal(),
    };
  } finally {
    await program.stop();
  }
}

const heaviestOfPortal = () => Math.max(...portalPages().map(portalFirstLoadKilobytes));

/** Mail or billing alone, beside as many tickets as the smallest size; the other figures are those that were written last. */
async function runOnly(what: 'mail' | 'billing', dataDir: string): Promise<Figures> {
  const [size = 0] = benchOptions(process.argv.slice(2)).sizes;
  const before = JSON.parse(readFileSync(join(DOCS, 'bench.json'), 'utf8')) as Figures;
  const program = await startProgram(dataDir);
  try {
    const key = await ownerKey(program);
    await fillWorld(program, key);
    await generate(program.adminUrl, { from: 1, to: size, now: new Date().toISOString() }, () => {});
    say(what);
    const figures =
      what === 'mail' ? { mail: await measureMail(program, key) } : { billing: await measureBilling(program, key) };
    return { ...before, portalFirstLoadKb: heaviestOfPortal(), ...figures };
  } finally {
    await program.stop();
  }
}

const dataDir = mkdtempSync(join(tmpdir(), 'fettle-bench-'));
chmodSync(dataDir, 0o755);
try {
  const { only, write } = benchOptions(process.argv.slice(2));
  const figures = await (only ? runOnly(only, dataDir) : run(dataDir));
  const text = `Measured on ${figures.machine}.\n\n${tables(figures)}\n`;
  if (write) {
    const path = join(DOCS, 'bench.md');
    const [words = ''] = readFileSync(path, 'utf8').split(MARK);
    writeFileSync(path, `${words}${MARK}\n\n${text}`);
    writeFileSync(join(DOCS, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
  } else process.stdout.write(text);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);
