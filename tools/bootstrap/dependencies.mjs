import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from './installed.mjs';
import { npm } from './npm.mjs';
import { step } from './output.mjs';

const FLAGS = [
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
];

/** Installs exactly what the lock file says, unless it stands there already. A half-made install is made anew. */
export async function installDependencies(root) {
  if (isInstalled(root)) return;
  await step('Installing packages', async () => {
    // Gone first: should this install be broken off, the next start must not take the old note for the truth.
    rmSync(join(root, 'node_modules', '.package-lock.json'), { force: true });
    await npm(['ci', ...FLAGS], { cwd: root });
  });
}
