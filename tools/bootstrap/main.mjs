import { join } from 'node:path';
import { buildWeb } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { installDependencies } from './dependencies.mjs';
import { withLock } from './lock.mjs';
import { StepError, say } from './output.mjs';
import { run, sharedEnv } from './run.mjs';
import { ensureRuntime } from './runtime.mjs';

export const ROOT = join(import.meta.dirname, '../..');
const bin = (name) => join(ROOT, 'node_modules', ...name);

/** What each verb needs before it runs, and how it runs. Anything else is a verb of the command line (cli/). */
const VERBS = {
  start: { web: true, run: (node, args) => run(node, ['server/main.ts', ...args]) },
  test: { web: true, chromium: true, run: (node, args) => run(node, [bin(['vitest', 'vitest.mjs']), 'run', ...args]) },
  'test:deep': {
    web: true,
    chromium: true,
    run: (node, args) =>
      run(node, [bin(['vitest', 'vitest.mjs']), 'run', '--config', 'vitest.deep.config.ts', ...args]),
  },
  check: { run: (node, args) => run(node, ['tools/check/main.ts', ...args]) },
  bench: { web: true, run: (node, args) => run(node, ['--expose-gc', 'tools/bench/main.ts', ...args]) },
};

/**
 * Makes ready what the verb needs, each step only when something changed, then runs it under Node 24.
 * @param {string[]} args the verb and its arguments
 * @returns {Promise<number>} exit code
 */
export async function main(args) {
  const [verb = 'start', ...rest] = args;
  const task = VERBS[verb] ?? { run: (node) => run(node, ['cli/main.ts', verb, ...rest]) };
  try {
    const node = await withLock(join(ROOT, '.fettle'), async () => {
      const runtime = await ensureRuntime(ROOT);
      await installDependencies(ROOT, runtime);
      if (task.web) await buildWeb(ROOT, runtime);
      return runtime;
    });
    if (task.chromium) sharedEnv.CHROMIUM_PATH = await findChromium(ROOT, node);
    return await task.run(node, rest);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    say(`Fettle cannot go on: ${error.message}`);
    return 1;
  }
}
