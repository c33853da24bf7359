import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildWeb } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { installDependencies } from './dependencies.mjs';
import { withLock } from './lock.mjs';
import { mergePackages } from './merged.mjs';
import { occupant } from './occupant.mjs';
import { StepError, say } from './output.mjs';
import { ROOT } from './root.mjs';
import { run, sharedEnv } from './run.mjs';
import { ensureRuntime } from './runtime.mjs';

const USE_MERGED = './tools/bootstrap/use-merged.mjs';

const vitest = (node, args) => run(node, [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', ...args]);

/**
 * A program of ours, with its compiled form kept for the next start, and little room for what is not used any more: V8 would take 64 MB
 * for short-lived objects while starting and keep them, and let the heap grow to four times what is in use before it clears it.
 */
const runOurs = (node, args, { env = {}, ...options } = {}) =>
  run(node, ['--max-semi-space-size=8', '--heap-growing-percent=80', '--import', USE_MERGED, ...args], {
    ...options,
    env: { NODE_COMPILE_CACHE: join(ROOT, '.fettle', 'compiled'), ...env },
  });

const serve = (node, args) => runOurs(node, ['server/main.ts', ...args], { leashed: true });

/** What each verb needs before it runs, and how it runs. Anything else is a verb of the command line (cli/). */
const VERBS = {
  start: { web: true, refused: alreadyServing, run: serve },
  test: { web: true, chromium: true, run: vitest },
  'test:deep': {
    web: true,
    chromium: true,
    run: (node, args) => vitest(node, ['--config', 'vitest.deep.config.ts', ...args]),
  },
  check: { run: (node, args) => run(node, ['tools/check/main.ts', ...args]) },
  bench: { web: true, run: (node, args) => run(node, ['--expose-gc', 'tools/bench/main.ts', ...args]) },
};

const PROBLEMS = {
  ENOSPC: 'the disk is full. Free some room and start again.',
  EACCES: 'this folder cannot be written. Start as a user who may write here.',
  EROFS: 'this folder cannot be written. Put it where this user may write.',
};

/** What a second start is told before anything is made ready for it; null where nothing speaks against it. */
async function alreadyServing(args) {
  const { HOST, PORT, FETTLE_DATA_DIR } = sharedEnv;
  const port = Number(PORT || 7070);
  // A wrong number is for the server to refuse, and 0 is a free one; roles of their own may share an installation.
  if (!(port > 0 && port < 65_536) || args.some((arg) => arg.startsWith('--roles'))) return null;
  return await occupant({ host: HOST || '127.0.0.1', port, dataDir: FETTLE_DATA_DIR || join(ROOT, 'data') });
}

/** Makes ready what the task needs, each step only when something changed; two starts of one folder take turns. */
async function prepare(task, args) {
  const folder = join(ROOT, '.fettle');
  mkdirSync(folder, { recursive: true });
  return await withLock(
    join(folder, 'bootstrap.lock'),
    async () => {
      const node = await ensureRuntime(ROOT);
      await installDependencies(ROOT);
      if (task.web) await buildWeb(ROOT, node);
      if (task.web) await mergePackages(ROOT, node);
      if (task.chromium) await provideChromium(node, args.length > 0);
      return node;
    },
    (holder) => say(`• Waiting for another start of this folder (process ${holder}) …`),
  );
}

/** Tests of a chosen part may go on without a browser; the whole run may not. */
async function provideChromium(node, partOnly) {
  try {
    sharedEnv.CHROMIUM_PATH = await findChromium(ROOT, node);
  } catch (error) {
    if (!partOnly || !(error instanceof StepError)) throw error;
    say(`• Going on without a browser: ${error.message}`);
  }
}

/**
 * Makes ready what the verb needs, then runs it under Node 24.
 * @param {string[]} args the verb and its arguments
 * @returns {Promise<number>} exit code
 */
export async function main(args) {
  const [verb = 'start', ...rest] = args;
  // What follows runs in the project's folder; a path is meant from where the person is.
  if (process.env.FETTLE_DATA_DIR) sharedEnv.FETTLE_DATA_DIR = resolve(process.env.FETTLE_DATA_DIR);
  const wantsHelp = rest.includes('--help') || rest.includes('-h');
  const task = (!wantsHelp && VERBS[verb]) || {
    run: (node) => runOurs(node, ['cli/main.ts', verb, ...rest], { env: { FETTLE_CWD: process.cwd() } }),
  };
  try {
    const refusal = await task.refused?.(rest);
    if (refusal) {
      say(refusal);
      return 1;
    }
    const node = await prepare(task, rest);
    return await task.run(node, rest);
  } catch (error) {
    const known = error instanceof StepError ? error.message : PROBLEMS[error.code];
    if (!known) throw error;
    say(`Fettle cannot go on: ${known}`);
    return 1;
  }
}
