import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StepError, step } from './output.mjs';
import { runQuietly } from './run.mjs';
import { fingerprint, isDone, markDone } from './stamp.mjs';

const SOURCES = [
  'web',
  'client',
  'shared',
  'server/kernel',
  'docs',
  'index.html',
  'portal.html',
  'vite.config.ts',
  'package-lock.json',
];

/** Builds the web app into dist/web when its sources changed. */
export async function buildWeb(root, node) {
  if (!existsSync(join(root, 'index.html'))) return;
  const input = fingerprint(root, SOURCES);
  if (isDone(root, 'web', input) && existsSync(join(root, 'dist/web/index.html'))) return;
  await step('Building the web app', async () => {
    rmSync(join(root, '.fettle', 'web.stamp'), { force: true });
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const { code, said } = await runQuietly(node, [vite, 'build', '--logLevel', 'warn']);
    if (code !== 0) throw new StepError(`the web app did not build:\n${said.trim()}`);
  });
  markDone(root, 'web', input);
}
