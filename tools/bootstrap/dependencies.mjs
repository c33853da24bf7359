import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { step } from './output.mjs';
import { fingerprint, isDone, markDone } from './stamp.mjs';

/** Installs exactly what the lock file says, when it is not what stands there already. A half-made install is made anew. */
export async function installDependencies(root) {
  const input = `${fingerprint(root, ['package-lock.json'])} ${process.platform}-${process.arch}`;
  if (isDone(root, 'dependencies', input) && existsSync(join(root, 'node_modules'))) return;
  await step('Installing packages', async () => {
    rmSync(join(root, '.fettle', 'dependencies.stamp'), { force: true });
    await npm(['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
      cwd: root,
    });
  });
  markDone(root, 'dependencies', input);
}
